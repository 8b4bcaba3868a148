/** The id of the first row of a stretch that was unfolded. */
export const unfoldedId = "unfolded";
