/** An invented story: the places, people and institutions in it do not exist. */
export const floodText = `# What the Wall Hands On

*A county built a wall against its river, and the wall held. Two bends downstream they are still drying the carpets.*

The river Wend rose 4.7 metres at Sele bridge on the night of 9 November 2024, and Osric Tallow, who is eighty-one and has read the gauge there every evening since he retired from the waterworks, went out in his dressing gown to read it at two in the morning as well. He wrote the figure down in pencil. Then he climbed his stairs, sat on the top one, and waited to find out about the wall.

The wall held. It is 1.8 kilometres of pale concrete faced with brick, it cost the county of Aldermoor 23 million crowns, and that night it stood between 640 houses and the largest flood in Tallow’s fourteen volumes. The county’s water officer, Benedikta Ruhl, was photographed on top of it the next afternoon in a yellow coat. “Not one household behind this wall got its feet wet,” she said, and the town, which had lain awake listening, believed her.

## Two bends down

At Nether Sele there is no wall. There is a church, an inn with a painted eel on its sign, and a lane of forty-one houses, and by dawn there was water in thirty-seven of them. It had come, people there say, faster than their mothers’ floods had come, and they are firm about the reason. A wall does not drink a river. It hands it on.

The county had been told as much. A model made by the Hydraulics Laboratory at Corran in 2019, before a brick was laid, found that the wall would raise the peak at Nether Sele by eleven centimetres. The county published the summary of the study, which called the effect “slight.” It did not publish the annex, which contained the number.

> Eleven centimetres. That is the distance between my skirting board and my sockets.

Halina Prosser, who said this, has kept the inn for nineteen years. She has had a brass line let into the wall of the snug at the height of each flood, with its date. The newest stands above the rest by the thickness of a dictionary.

## The arithmetic of a meadow

What the parish wants is not a wall of its own but the opposite of one. Upstream of the lane lie four fields that were water meadow until they were drained in 1962, and the parish would like to give them back. Lowering the bank, it says, would store 900,000 cubic metres of river for a tenth of what the wall cost. The county, which has been asked three times, has given three answers.

1. The fields belong to three farms, one of which has not replied to a letter since 2022.
2. A meadow silts up, and somebody must dig it out every eight years or so.
3. The flood levy, 31 crowns a household each year, may by law be spent only on “works of masonry, timber or iron.”

The law is from 1911. It does not say anything about grass.

Ruhl is not an evasive woman. She will walk the bank with anyone who has boots, and she says of the meadow that it would be “a beautiful thing and a slow one.” Her department, she points out, has spent more on flood defence in five years than in the thirty before them, and has a list of eleven places that still have nothing. Nether Sele is fourth. At the present rate its turn will come in 2033.

<figure><img src="https://lantern.example/images/gauge-book.jpg" alt=""><figcaption>Osric Tallow’s gauge book, volume 14. The entry for two in the morning is the only one not made at six in the evening.</figcaption></figure>

In Sele itself they have begun to use the wall. There is a bench along the inner side, out of the wind, and on fine evenings people sit with their backs to the river and talk. You can hear it from there, if you stop talking, but you cannot see it; and after a while, Tallow says, you find you have stopped listening. He still goes down at six. “Somebody should look over the top,” he says.
`;
