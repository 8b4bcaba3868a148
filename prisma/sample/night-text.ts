/** An invented story: the places, people and institutions in it do not exist. */
export const nightText = `# Four in the Morning on Ward Six

*A hospital in Vellen pays its nurses to sleep. Whether the patients are safer for it turns out to be a question about forms.*

At four in the morning the lamps above the nurses’ station at St Orran’s turn from white to amber, so slowly that nobody has ever seen it happen. They were hung on 1 February 2025, and they are the visible part of an experiment that the hospital calls the largest of its kind in the country: eleven wards, two hundred and six nurses, and a row of six former linen cupboards, each with a bed in it, a blanket, and a light that goes out when you lie down.

The cupboards are the controversial part.

Night nurses have always slept: on breaks, in chairs, in cars with the heater on. What St Orran’s did was to write it down. Since that February anybody on a twelve-hour night has been owed thirty minutes in bed, in the dark, between two o’clock and five, and the ward is staffed as though they would take it. Four in five of them do. In the first year, the hospital says, medication errors on nights fell by 36 per cent and sick leave by a fifth.

## What a nap costs

Half an hour is not nothing. Added up over a year, the naps come to the working time of nine full-time nurses, which is what St Orran’s hired, at a cost of 4.2 million crowns. The finance director is said to have asked whether they might sleep faster.

> We were paying for that sleep already. We were paying for it in mistakes.

So says Tuva Marchetti, the director of nursing, who worked nights for sixteen years and once, at the end of a run of seven, put her house keys in a patient’s locker and the patient’s teeth in her bag. She tells the story at conferences. She has a graph to go with it, and the graph goes down.

| Ward returns | Year before | First year |
| --- | --- | --- |
| Medication errors on nights | 182 | 116 |
| Sick leave, days a nurse | 14.5 | 11.6 |
| Incident forms, all shifts | 4,310 | 3,360 |

## Thirty-one fields

It is the last line of the table that interests Ambrose Kettering, who is the union’s steward on Ward Six and has the manner of a man counting tablets. The union asked for the nap; he is glad of the nap; he takes it himself, at twenty to three. But an error, he says, is a thing that somebody has reported. In the same year the number of incident forms of every kind dropped by 22 per cent, by day as well as by night, and by day nobody was asleep. What had changed by day was the form. Paper went out in March; a screen came in; the screen has thirty-one fields.

“Nobody fills in thirty-one fields at four in the morning,” Kettering says. “You’d need a lie-down.”

There is better evidence than the hospital’s, though it is no more obliging. A trial led from the University of Wray, published in March, followed 1,140 nurses in nine hospitals and found no difference in errors between those who had slept and those who had not. It did find one thing that nobody had set out to look for. Nurses who had lain down for half an hour were half as likely to fall asleep at the wheel on the way home.

Marchetti has added it to the end of her talk. There is no graph for this part. She describes the staff car park at a quarter to eight, in winter, the engines running, and the row of people behind the windscreens, deciding whether they are fit to drive; and then she says how many of them, at St Orran’s, in the ten years before the lamps, decided wrongly. The number is three. She gives their names.

On Ward Six the amber is at its deepest now. A bell rings at bed nine, and somebody gets up to answer it, walking quite quickly, and wide awake.
`;
