/**
 * The name of a key, a UUID in lower case. No signature covers it and every format prints it, so it must not have room
 * for words.
 */
export const keyIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
