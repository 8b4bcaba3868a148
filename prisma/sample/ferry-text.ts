/** An invented story: the places, people and institutions in it do not exist. */
export const ferryText = `# The Ferry That Would Pay for Itself

*Brannick Sound bought two electric boats on the promise of a surplus by the third summer. The ledger tells a slower story.*

At ten past six on the morning of 3 March 2023 the *Kittiwake* let go her lines at Hallowmere and did what no boat there had done before: she left without a sound. There were 212 passengers aboard, some of whom had slept in their cars to be there. A brass band had been hired for the quay. It is remembered chiefly for having stopped, out of something like embarrassment, when it found that it was the only noise in the harbour.

The Brannick Harbour Board called her “the first fully electric ferry service on this coast,” and had the words printed on four thousand tea towels. It also called her a boat that would pay for itself, and that is the phrase that stayed. In its prospectus of October 2021 the board told lenders that the *Kittiwake* and her sister, the *Dunlin*, would save 3.1 million litres of diesel a year and return a surplus by the third summer. The third summer was last summer. It rained.

## A slower ledger

The board’s accounts for 2025, published on 14 April, run to fifty-two pages, and the crossing is on page 31. Ridership is up by 41 per cent since the diesel boats were retired, the sharpest rise of any of the nine routes on the Sound, while a foot passenger’s fare has stood at 6.40 crowns since 2018. Most harbours would frame a page like that. But the crossing lost 1.9 million crowns last year, and the auditors, Pell & Maddow, added a sentence that nobody has put on a tea towel:

> A surplus before 2029 is not in evidence.

What went wrong depends on whom you ask, and which page they have open. Three explanations are current on the quay.

- The batteries: the board budgeted for new ones in the tenth year, and bought the first in the third.
- The electricity: the price at the Hallowmere charger has gone up by more than half since the contract was signed.
- The timetable: the boats make eleven crossings a day, and the prospectus counted on fourteen.

| Hallowmere crossing | Promised | Entered, 2025 |
| --- | --- | --- |
| Crossings a day | 14 | 11 |
| Passengers | 610,000 | 548,000 |
| Result from operations, crowns | 400,000 | (1,913,406) |

## What the quiet bought

“We bought quiet, and quiet is worth something,” says Aurel Dunmore, who has steered the crossing for twenty-six years and whose left ear, he says, belongs to the boat before this one. Passengers used to shout at one another all the way over. Now they murmur, as people do in a library or a church, and the children, having nothing to shout above, look at the water.

Something has changed in the air as well. A study by the University of Wray found that nitrogen dioxide on the Hallowmere quay fell by 68 per cent in the first year, a figure the board now prints on its tickets. The study’s authors are more careful than the tickets. Their readings came from a single mast; they cover fourteen weeks; and for five of those weeks the mast stood in the lee of a scaffold.

None of it is on page 31. The chair of the board, Linnea Strand, told a public meeting in April that the deficit was “a rounding error in a century of service.” The county’s transport committee, which guarantees the board’s debt and owns a calculator, has asked for a plan of repayment by 30 September.

## Winter visitors

Nor have the boats brought back the people they were meant to bring. Hallowmere has lost a third of its year-round residents since 2001, the town clerk says; the school closed in 2014, and the chandler sells candles. Of the forty-four berths promised for winter visitors, nineteen were built. On a Tuesday in January there were herons on eleven of them.

You could call it a failure, and at the county offices, with the door closed, people do. But the *Kittiwake* still goes at ten past six. Dunmore turns a key, waits for a green lamp, and leans on a brass dial the size of a saucer, and the town slides off astern: the gulls first, then the bell at St Bride’s, then nothing, for twenty-two minutes, but the sound of water being parted.

“They tell me she doesn’t pay,” he says, and gives the dial a quarter of an inch. “Well, no. Neither does the lighthouse.”
`;
