package claim_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/nlp"
	"github.com/hearsay-nlp/hearsay/nlp/claim"
	"github.com/hearsay-nlp/hearsay/nlp/english"
)

// A text is a short text of one phenomenon, with all that must be found in it and nothing else.
type text struct {
	phenomenon, text string
	want             []string
}

// claims are texts with their claims: type, claimants, target, clause.
var claims = []text{
	{"who said it stands last, and no quote was found", "North Korea fired two missiles into the sea on Wednesday, South Korea's military said.",
		[]string{"fact by South Korea's military: North Korea fired two missiles into the sea on Wednesday"}},
	{"a bare number that is put", "Police put the number of marchers at 3,500.",
		[]string{"figure by Police: put the number of marchers at 3,500"}},
	{"an estimate", "Police estimated the crowd at 20,000.",
		[]string{"figure by Police: estimated the crowd at 20,000"}},
	{"an estimate in the passive", "The crowd was estimated at 20,000 by police.",
		[]string{"figure by police: The crowd was estimated at 20,000 by police"}},
	{"a count", "City officials counted 4,500 demonstrators outside the town hall.",
		[]string{"figure by City officials: counted 4,500 demonstrators outside the town hall"}},
	{"a table that is set", "The waiter set the table at noon.",
		[]string{"fact by ARTICLE: The waiter set the table at noon"}},
	{"a toll", "The health ministry gave a toll of 41 dead in the bridge collapse.",
		[]string{"figure by The health ministry: gave a toll of 41 dead in the bridge collapse"}},
	{"a toll in a participle", "A bomb went off in the market, killing 12 people and wounding 30, police said.",
		[]string{"fact by police: A bomb went off in the market", "figure by police: killing 12 people", "figure by police: wounding 30"}},
	{"deaths that nobody is blamed for", "The army said that 12 soldiers were killed in the attack on the base.",
		[]string{"figure by The army: 12 soldiers were killed in the attack on the base"}},
	{"deaths that somebody is blamed for", "Human Rights Watch said police had killed 12 protesters.",
		[]string{"accusation by Human Rights Watch: police had killed 12 protesters"}},
	{`"up to" before the number`, "Organisers said that up to 50,000 people attended the rally.",
		[]string{"figure by Organisers: up to 50,000 people attended the rally"}},
	{"a verb taken for a participle", "Police said around 8,000 people attended.",
		[]string{"figure by Police: around 8,000 people attended"}},
	{"shares of voters", "According to a survey by Ipsos, 52 percent of voters support the plan.",
		[]string{"figure by a survey by Ipsos: 52 percent of voters support the plan"}},

	{"an accusation with of", "Anna Weber accused the mayor, Paul Grant, of taking bribes.",
		[]string{"accusation by Anna Weber on Paul Grant: accused the mayor, Paul Grant, of taking bribes"}},
	{"an accusation with for", "Lena Fischer blamed the council for the flood.",
		[]string{"accusation by Lena Fischer: blamed the council for the flood"}},
	{"an accusation with on", "The report blames the fire on Crown Estates, which built the tower.",
		[]string{"accusation by The report on Crown Estates: blames the fire on Crown Estates"}},
	{"an accusation in the passive", "Belarus has been accused by Poland, Lithuania, and Latvia of orchestrating a migrant crisis.",
		[]string{"accusation by Poland, Lithuania, Latvia on Belarus: Belarus has been accused by Poland, Lithuania, and Latvia of orchestrating a migrant crisis"}},
	{"an accusation by nobody named", "Crown Estates was accused of neglecting the building.",
		[]string{"accusation by ARTICLE on Crown Estates: Crown Estates was accused of neglecting the building"}},
	{"a charge in court", "Prosecutors charged James Holt with fraud.",
		[]string{"accusation by Prosecutors on James Holt: charged James Holt with fraud"}},
	{"an attack that is a deed", "The army attacked the village.",
		[]string{"fact by ARTICLE: The army attacked the village"}},
	{"to hit out", "Tenants hit out at the landlord, Crown Estates, over the leaks.",
		[]string{"accusation by Tenants on Crown Estates: hit out at the landlord, Crown Estates, over the leaks"}},
	{"to be held responsible", "The inquiry held Crown Estates responsible for the deaths.",
		[]string{"accusation by The inquiry on Crown Estates: held Crown Estates responsible for the deaths"}},
	{"a verdict", "The jury found James Marsh guilty of murder.",
		[]string{"accusation by The jury on James Marsh: found James Marsh guilty of murder"}},
	{"to be called a liar", "The teachers' union called Minister Eva Brandt a liar.",
		[]string{"accusation by The teachers' union on Eva Brandt: called Minister Eva Brandt a liar"}},
	{"a deed that is a wrong", "Senator Mary Cole said that Acme had dumped waste into the river.",
		[]string{"accusation by Mary Cole on Acme: Acme had dumped waste into the river"}},
	{"a history of wrongs", "Campaigners say the bank has a history of cheating customers.",
		[]string{"accusation by Campaigners: the bank has a history of cheating customers"}},
	{"who did it was named before", "Nora Kemp accused Nordbank of fraud. Kemp said she was forced to sign the papers.",
		[]string{"accusation by Nora Kemp on Nordbank: accused Nordbank of fraud", "accusation by Nora Kemp on Nordbank: she was forced to sign the papers"}},
	{"officials of a state", "Ukraine said Russian forces had shelled the hospital. Russia sent more troops.",
		[]string{"accusation by Ukraine on Russia: Russian forces had shelled the hospital", "fact by ARTICLE: Russia sent more troops"}},
	{"a group that is no actor", "Anna Weber accused Kurdish militants of an attack.",
		[]string{"accusation by Anna Weber: accused Kurdish militants of an attack"}},
	{"somebody else's wrong", "The minister said the storm had killed cattle.",
		[]string{"fact by The minister: the storm had killed cattle"}},

	{"what was caused by somebody", "The leak was caused by Arbolux, residents said.",
		[]string{"accusation by residents on Arbolux: The leak was caused by Arbolux"}},
	{"nothing that was done", "Residents complained that Arbolux had done nothing to stop the leak.",
		[]string{"accusation by Residents on Arbolux: Arbolux had done nothing to stop the leak"}},
	{"a turnout", "The commission reported a turnout of 71%.",
		[]string{"figure by The commission: reported a turnout of 71%"}},
	{"a denial with a participle", "Ray Mills denied pushing the player.",
		[]string{"denial by Ray Mills: denied pushing the player"}},
	{"a denial with a clause", "Shell denied that it had dumped waste into the river.",
		[]string{"denial by Shell: denied that it had dumped waste into the river"}},
	{"a denial of a part", "The militants denied any involvement in the blast.",
		[]string{"denial by The militants: denied any involvement in the blast"}},
	{"a denial by no", "A Kremlin spokesman said Moscow had no role in the hack.",
		[]string{"denial by A Kremlin spokesman: Moscow had no role in the hack"}},
	{"nothing to do with it", "Shell said it had nothing to do with the spill.",
		[]string{"denial by Shell: it had nothing to do with the spill"}},
	{"not true", "The striker said it was not true.",
		[]string{"denial by The striker: it was not true"}},
	{"a false report", "The ministry dismissed the report as false.",
		[]string{"denial by The ministry: dismissed the report as false"}},
	{"an offer that is turned down", "The board dismissed Paul Hughes.",
		[]string{"fact by The board: dismissed Paul Hughes"}},
	{"a plea", "Ian Marsh pleaded not guilty to murder.",
		[]string{"denial by Ian Marsh: pleaded not guilty to murder"}},
	{"innocence", "James Holt said he was innocent.",
		[]string{"denial by James Holt: he was innocent"}},
	{"an absurd accusation", "The referee called the accusation absurd.",
		[]string{"denial by The referee: called the accusation absurd"}},
	{"a wrong figure", "Mary Stone said the figure was wrong.",
		[]string{"denial by Mary Stone: the figure was wrong"}},
	{"a clause with never", `"I never took drugs," said cyclist Ben Moor.`,
		[]string{"denial by Ben Moor: I never took drugs"}},
	{"who is denied something", "Officials said the crew was denied entry.",
		[]string{"fact by Officials: the crew was denied entry"}},
	{"one verb denies, the other admits", "Marco Silva denied spitting at the referee, but admitted shouting at him.",
		[]string{"denial by Marco Silva: denied spitting at the referee", "fact by Marco Silva: admitted shouting at him"}},
	{"one verb admits, the other denies", "The defendant, Amy Stone, admitted taking the money but denied hurting anyone.",
		[]string{"fact by Amy Stone: admitted taking the money", "denial by Amy Stone: denied hurting anyone"}},
	{"a question within", "A spokesman for the ministry declined to say how many troops had died.",
		nil},
	{"a judgement with a clause", "Sanders said it is absurd that the party changed the rules.",
		[]string{"opinion by Sanders: it is absurd that the party changed the rules"}},
	{"a forecast", "The government forecasts growth of 5 percent.",
		[]string{"prediction by The government: forecasts growth of 5 percent"}},
	{"two denials in a list", "Dmitry Peskov said that Russia is not involved in the crisis and that Moscow is trying to help.",
		[]string{"denial by Dmitry Peskov: Russia is not involved in the crisis", "fact by Dmitry Peskov: Moscow is trying to help"}},

	{"to call on somebody", "The teachers' union called on Minister Eva Brandt to resign.",
		[]string{"demand by The teachers' union on Eva Brandt: called on Minister Eva Brandt to resign"}},
	{"to call for something", "The teachers' union called for Minister Eva Brandt to resign.",
		[]string{"demand by The teachers' union on Eva Brandt: called for Minister Eva Brandt to resign"}},
	{"to demand that somebody", "Opposition leader Jan Kowal demanded that Brandt apologise.",
		[]string{"demand by Jan Kowal on Brandt: demanded that Brandt apologise"}},
	{"to urge a state", "The British government urged Iran to free the sailors.",
		[]string{"demand by The British government on Iran: urged Iran to free the sailors"}},
	{"neighbours who are no actor", "Liz Truss urged European neighbours to oppose the pipeline.",
		[]string{"demand by Liz Truss: urged European neighbours to oppose the pipeline"}},
	{"should", "James Park should resign, former captain Joe Hill said.",
		[]string{"demand by Joe Hill on James Park: James Park should resign"}},
	{"we urge", `"We urge the governments of the region to act," Jeff Rathke said.`,
		[]string{"demand by Jeff Rathke: We urge the governments of the region to act"}},
	{"an order", "General Ray Holt issued an order that the troops should leave the town.",
		[]string{"demand by Ray Holt: the troops should leave the town"}},
	{"to be told", "The residents were told to leave.",
		[]string{"fact by ARTICLE: The residents were told to leave"}},

	{"will", "The treasury says the stadium will cost 300 million euros.",
		[]string{"prediction by The treasury: the stadium will cost 300 million euros"}},
	{"a negated future", "Residents said the bridge would not open in May.",
		[]string{"prediction by Residents: the bridge would not open in May"}},
	{"a threat", "Anil Rao threatened to call a strike in June.",
		[]string{"prediction by Anil Rao: threatened to call a strike in June"}},
	{"a promise", "Mayor Olga Petrova promised to build 2,000 flats by 2027.",
		[]string{"prediction by Olga Petrova: promised to build 2,000 flats by 2027"}},
	{"a fear", "UK officials are concerned that the crisis will spread to Wales.",
		[]string{"prediction by UK officials: the crisis will spread to Wales"}},
	{"a wish", "The coach wants to win the cup.",
		nil},
	{"a hope to do something", "The coach hopes to sign a striker in January.",
		[]string{"prediction by The coach: hopes to sign a striker in January"}},

	{"a judgement", "Brandt called the strike irresponsible.",
		[]string{"opinion by Brandt: called the strike irresponsible"}},
	{"praise", "Campaigners praised the judge for her courage.",
		[]string{"opinion by Campaigners: praised the judge for her courage"}},
	{"a disgrace", "Ben Moor said the ban was a disgrace.",
		[]string{"opinion by Ben Moor: the ban was a disgrace"}},

	{"they after an organisation", "Amnesty International denied the report. They also claimed the plant was clean.",
		[]string{"denial by Amnesty International: denied the report", "fact by Amnesty International: the plant was clean"}},
	{"what follows a colon", "The Church denied these allegations:\n\nShe was never forced to work in the engine room.",
		[]string{"denial by Church: denied these allegations", "denial by Church: She was never forced to work in the engine room"}},
	{"words of irony in what the article says", `The building was never "finished" by the owners.`,
		[]string{`fact by ARTICLE: The building was never "finished" by the owners`}},
	{"that nobody says more than that", "The mayor said nothing about the bridge.",
		nil},
	{"a question", "Why did the bridge fall?",
		nil},
	{"a reason after because", "The union said that the strike would go ahead because wages had fallen.",
		[]string{"prediction by The union: the strike would go ahead", "fact by The union: wages had fallen"}},
	{"a reason before it", "As the river was high, the road was closed.",
		[]string{"fact by ARTICLE: the river was high", "fact by ARTICLE: the road was closed"}},
	{"when, not why", "As the minister spoke, protesters threw eggs.",
		[]string{"fact by ARTICLE: As the minister spoke, protesters threw eggs"}},
	{"what somebody says by a participle", "The airline cancelled the flights, saying that the airport was flooded.",
		[]string{"fact by ARTICLE: The airline cancelled the flights", "fact by The airline: the airport was flooded"}},
	{"a clause that goes on with a quotation", "Officials had installed cameras and placed 60,000 guards in the area.",
		[]string{"fact by ARTICLE: Officials had installed cameras", "fact by ARTICLE: placed 60,000 guards in the area"}},

	{"a denied clause after a semicolon", "The union spoke of 90 delays; the operator counted 40.",
		[]string{"figure by The union: spoke of 90 delays", "figure by the operator: counted 40"}},
	{"to come under fire", "Nordbank came under fire from customers over hidden fees.",
		[]string{"accusation by customers on Nordbank: Nordbank came under fire from customers over hidden fees"}},
	{"fire that is no words", "The convoy came under fire from rebels.",
		[]string{"fact by ARTICLE: The convoy came under fire from rebels"}},
	{"blame that is laid", "The inquiry laid the blame on Crown Estates.",
		[]string{"accusation by The inquiry on Crown Estates: laid the blame on Crown Estates"}},
	{"praise that is won", "Mayor Olga Petrova won praise from tenants for the repairs.",
		[]string{"opinion by tenants: Mayor Olga Petrova won praise from tenants for the repairs"}},
	{"a charge that is denied in a relative clause", "India accused Pakistan of backing the gunmen, a charge that Islamabad has denied.",
		[]string{"accusation by India on Pakistan: accused Pakistan of backing the gunmen", "denial by Islamabad: has denied"}},
	{"what should have been done", "Greg Moss said the council should have closed the road.",
		[]string{"accusation by Greg Moss: the council should have closed the road"}},
	{"burglaries that are carried out", "Police said James Holt had carried out eleven burglaries.",
		[]string{"accusation by Police on James Holt: James Holt had carried out eleven burglaries"}},
	{"a truce that is broken", "The rebels said the army had broken the ceasefire.",
		[]string{"accusation by The rebels: the army had broken the ceasefire"}},
	{"nobody", `Leo Marsh said the club forced him out. "Nobody forced him out," coach Iker Sainz said.`,
		[]string{"accusation by Leo Marsh: the club forced him out", "denial by Iker Sainz: Nobody forced him out"}},
	{"nothing by those who speak", "Nordkraft said it had discharged nothing into the river.",
		[]string{"denial by Nordkraft: it had discharged nothing into the river"}},
	{"what was never seen before", `"I have never seen stones like that," said farmer Matthias Eck.`,
		[]string{"fact by Matthias Eck: I have never seen stones like that"}},
	{"what cannot be done", "The engineer said the two figures could not be compared.",
		[]string{"fact by The engineer: the two figures could not be compared"}},
	{"otherwise", "Judge Helena Strand said the recorder proved otherwise.",
		[]string{"denial by Helena Strand: the recorder proved otherwise"}},
	{"a superlative", `"I am the proudest woman in town," said coach Carla Diaz.`,
		[]string{"opinion by Carla Diaz: I am the proudest woman in town"}},
	{"too many", `"Families here have buried too many," said nurse Grace Oteng.`,
		[]string{"opinion by Grace Oteng: Families here have buried too many"}},
	{"a profit", "The group made a profit of $62 million.",
		[]string{"figure by ARTICLE: The group made a profit of $62 million"}},
	{"a share that was destroyed", "Farmers said the hail destroyed a quarter of the harvest.",
		[]string{"figure by Farmers: the hail destroyed a quarter of the harvest"}},
	{"hundreds who did something", "Hundreds of residents marched against the plan.",
		[]string{"fact by ARTICLE: Hundreds of residents marched against the plan"}},
	{"what must be by law", "Under the constitution, the vote must take place in November.",
		[]string{"fact by ARTICLE: Under the constitution, the vote must take place in November"}},
	{"what anybody could do", "Ruth Lindholm said anyone could read the plan in the library.",
		[]string{"fact by Ruth Lindholm: anyone could read the plan in the library"}},
	{"what somebody is likely to do", "Leo Marsh is likely to join Porto.",
		[]string{"prediction by ARTICLE: Leo Marsh is likely to join Porto"}},
	{"an admission", "The school's head, Jane Orr, admitted that staff should have noticed.",
		[]string{"fact by Jane Orr: staff should have noticed"}},
	{"an answer to an accusation", "CityMove blamed the transport union UTW for the breakdown of talks. UTW said CityMove had walked out of the room.",
		[]string{"accusation by CityMove on UTW: blamed the transport union UTW for the breakdown of talks", "accusation by UTW on CityMove: CityMove had walked out of the room"}},
	{"the board, by the last word of its name", "The Athletics Integrity Board banned her. Coach Marcus Bell accused the board of breaking its own rules.",
		[]string{"fact by ARTICLE: The Athletics Integrity Board banned her", "accusation by Marcus Bell on Athletics Integrity Board: accused the board of breaking its own rules"}},
}

// relations are texts with the relations between their claims, which count from 1. A phenomenon that begins with "not" looks like a relation
// and is none.
var relations = []text{
	{"a number that is put", "Police put the number of marchers at 3,500. The organisers said 9,000 people had taken part in the march.",
		[]string{"2 contradicts 1"}},
	{"the figure spoken of before", "Police estimated the crowd at 20,000, but organisers put the figure at 60,000.",
		[]string{"2 contradicts 1"}},
	{"who were counted, by other words", "City officials counted 4,500 demonstrators outside the town hall. The union said that 12,000 demonstrators had gathered there.",
		[]string{"2 contradicts 1"}},
	{"a toll and the dead", "The health ministry gave a toll of 41 dead in the bridge collapse. The local hospital said that 56 people had died in the collapse.",
		[]string{"2 contradicts 1"}},
	{"what there is", "According to Belarus, there are 2,000 people in the camp. According to Poland, there are between 3,000 and 4,000 migrants on the border.",
		[]string{"2 contradicts 1"}},
	{"the article's own figure", "About 300 people marched through Lyndale on Sunday. The organisers said that 2,000 people had marched.",
		[]string{"2 contradicts 1"}},
	{"money", "The company said it lost $3 million in the fraud. Prosecutors said the company lost $8 million in the fraud.",
		[]string{"2 contradicts 1"}},
	{"percentages", "The finance minister, Leo Brandt, said the deficit was 3.1 percent of output. The statistics office said the deficit was 4.4 percent of output.",
		[]string{"2 contradicts 1"}},
	{"percentages, the figure", "The union said 90 percent of members backed the strike. The company says the figure is closer to 60 percent.",
		[]string{"2 contradicts 1"}},
	{"none and some", "The general said that no soldiers had been killed. The rebels said they had killed 40 soldiers.",
		[]string{"2 contradicts 1"}},
	{"a part greater than the whole", "The aid group said 120 children died in the camp. The ministry said 80 people died in the camp.",
		[]string{"2 contradicts 1"}},
	{"a figure that is called wrong", "Dan Price said 400 jobs would be lost. Mary Stone said the figure was wrong.",
		[]string{"2 contradicts 1"}},
	{"a lower bound that is passed", "Rivera said at least 300 homes were destroyed. Fire chief Tom Hale said about 120 homes had been destroyed.",
		[]string{"2 contradicts 1"}},
	{"a share that is estimated", "Turnout was 61 percent, the electoral commission said. Observers estimated turnout at 35 percent.",
		[]string{"2 contradicts 1"}},
	{"a cost that is put", "The strike cost the company 20 million euros, according to its finance chief. The union put the cost at 5 million euros.",
		[]string{"2 contradicts 1"}},
	{"nobody", "Soldiers killed 30 villagers in Dorra on Sunday, survivors said. The general's spokesman said nobody was killed in Dorra.",
		[]string{"2 contradicts 1"}},
	{"not: another thing of that name", "The home secretary told MPs that crime had fallen by 8 percent. Labour said violent crime had risen.",
		nil},
	{"not: an amount and its rise", "The ministry said unemployment was 5 percent. The union said unemployment rose 2 percent.",
		nil},
	{"not: others' shares", "The Acme poll found that 23 percent of voters favoured Ann Cole. The Gazette poll found that 28 percent of voters favoured Tom Reid.",
		nil},
	{"not: a lower bound", "At least 40 people died in the floods, the government said. Aid groups said more than 200 people had died in the floods.",
		nil},
	{"not: an upper bound", "Up to 50,000 people attended the rally, organisers said. Police said around 8,000 people attended.",
		nil},
	{"not: about as many", "Police said about 1,000 people had marched. The union said 1,050 people had marched.",
		nil},
	{"not: an update by the same", "Police said 3 people had died in the fire. Later, police said 5 people had died in the fire.",
		nil},
	{"not: another day", "The ministry said 12 people were killed on Monday. The army said 20 people were killed on Tuesday.",
		nil},
	{"not: another year", "Brandt said the deficit was 3.1 percent of output in 2024. The statistics office said the deficit was 4.4 percent of output in 2023.",
		nil},
	{"not: another place", "Officials said 40 people were arrested in Paris. The union said 200 people were arrested in Lyon.",
		nil},
	{"not: the hurt and the dead", "The hospital said 12 people were injured in the crash. Police said 3 people died in the crash.",
		nil},
	{"not: a part of them", "Unicef says 2 million children are starving. The food agency says 7 million people are starving.",
		nil},
	{"not: other people", "The police union said 40 officers were hurt. Protest leaders said that hundreds of protesters were hurt.",
		nil},
	{"not: each of itself", "Ford said it sold 40,000 cars in March. Toyota said it sold 90,000 cars in March.",
		nil},
	{"not: other goods", "Oil rose 3 percent on Friday, traders said. Gold fell 2 percent on Friday, analysts said.",
		nil},
	{"not: a plan and what is", "Mayor Olga Petrova promised to build 2,000 flats by 2027. The opposition said only 300 flats had been built.",
		nil},
	{"not: two different things", "The council said 12 schools would close. The teachers' union said 300 teachers would lose their jobs.",
		nil},
	{"not: earlier", "The ministry said 12 people died in the fire. The mayor had earlier said 9 people died in the fire.",
		nil},
	{"not: more of them", "Police said 40 people were arrested. The army said another 60 people were arrested.",
		nil},

	{"an accusation and a denial of the deed", "Anna Weber accused the mayor, Paul Hale, of taking bribes. Hale denied taking any bribes.",
		[]string{"2 contradicts 1"}},
	{"an accusation and a denial of it", "Anna Weber accused Paul Hale of taking bribes. Hale rejected the accusation.",
		[]string{"2 contradicts 1"}},
	{"a denial for a state", "India accused Pakistan of backing the gunmen. A Pakistani foreign ministry spokesman rejected the allegations.",
		[]string{"2 contradicts 1"}},
	{"a denial from the seat of a government", "India accused Pakistan of backing the gunmen. Islamabad denied the charge.",
		[]string{"2 contradicts 1"}},
	{"a denial by a president", "Belarus has been accused by Poland of orchestrating a crisis. Belarus' president, Alexander Lukashenko, has denied the allegations.",
		[]string{"2 contradicts 1"}},
	{"a denial by a lawyer", "Prosecutors say James Holt is guilty of murder. His lawyer, Ruth Adler, said Holt is innocent.",
		[]string{"2 contradicts 1"}},
	{"a denial with the same words", "Senator Mary Cole said that Acme had dumped waste into the river. Acme said it had not dumped any waste.",
		[]string{"2 contradicts 1"}},
	{"a denial of all", "Greenpeace criticised Shell for polluting the delta. Shell said it had nothing to do with the spill.",
		[]string{"2 contradicts 1"}},
	{"a denial of responsibility", "Lena Fischer blamed the council for the flood. The council said that it was not responsible for the flood.",
		[]string{"2 contradicts 1"}},
	{"a denial by nobody with a name", "Turkey blamed the rebels for the blast. The rebels denied any involvement in the blast.",
		[]string{"2 contradicts 1"}},
	{"a denial of what was accused, of two", "Human Rights Watch accused the army of using cluster bombs. The army denied using cluster bombs. The army denied that it had used chemical weapons.",
		[]string{"2 contradicts 1"}},
	{"a denial of the article's", "Crown Estates was accused of neglecting the building. It denied any wrongdoing.",
		[]string{"2 contradicts 1"}},
	{"a charge and a plea", "Prosecutors charged James Holt with fraud. Holt pleaded not guilty.",
		[]string{"2 contradicts 1"}},
	{"a report that is false", `Human Rights Watch said police had killed 12 protesters. "This is a lie," President Rodrigo Duarte said.`,
		[]string{"2 contradicts 1"}},
	{"not true", "The coach said that the striker had refused to play. The striker said it was not true.",
		[]string{"2 contradicts 1"}},
	{"propaganda", "Ukraine said Russia had shelled the hospital. Moscow dismissed the claim as propaganda.",
		[]string{"2 contradicts 1"}},
	{"an absurd accusation", "The club accused the referee of bias. The referee called the accusation absurd.",
		[]string{"2 contradicts 1"}},
	{"a denial that comes first", "Coach Ray Mills denied pushing the player. The player, Tom Reed, said Mills pushed him twice.",
		[]string{"2 contradicts 1"}},
	{"a denial whose subject is another word", "The ministry said the factory had poisoned the lake. Delta Chemicals denied poisoning the lake.",
		[]string{"2 contradicts 1"}},
	{"we, for the company", "\"We did not sell user data,\" Orbit's chief executive, Dana Wolfe, told lawmakers. A former employee, Lee Chang, said that Orbit sold user data.",
		[]string{"2 contradicts 1"}},
	{"not: a denial of something else", "Anna Weber accused Paul Hale of taking bribes. Hale rejected rumours that the bridge would close.",
		nil},
	{"not: both say that it was not done", "Residents said the council did not warn them. The council said it had no plans to warn them.",
		nil},
	{"not: somebody else's denial", "Maria Lopez accused the bank of hiding losses. The engineer denied that the bridge was unsafe.",
		nil},
	{"not: an offer that is rejected", "Anna Weber accused the company of greed. The company rejected the offer.",
		nil},
	{"not: another wrong", "The referee accused Marco Silva of spitting at him. Silva denied that he had missed training.",
		nil},
	{"not: a judgement on a statement", "Paul Dole said the city would vote in May. Ann Hall called Dole's statement childish.",
		nil},
	{"not: no comment", "The coach blamed the referee for the defeat. The referee declined to comment.",
		nil},
	{"not: a counter-accusation", "Ray blamed her predecessor, Sam Hill, for the debts. Hill blamed the government.",
		nil},

	{"opposite polarity", "Kenya said its troops had left the town. Somalia said the troops had not left the town.",
		[]string{"2 contradicts 1"}},
	{"opposite polarity, in the future", "The mayor said the bridge would open in May. Residents said the bridge would not open in May.",
		[]string{"2 contradicts 1"}},
	{"antonyms", "Greenpeace said that the plant is unsafe. The operator, Nordkraft, said that the plant is safe.",
		[]string{"2 contradicts 1"}},
	{"antonyms with amounts", "The union said wages had fallen. The company said that wages had risen by 4 percent.",
		[]string{"2 contradicts 1"}},
	{"a judgement and its opposite", "The president said that the election was fair. The opposition said that the election was not fair.",
		[]string{"2 contradicts 1"}},
	{"never", "Acme said that the tower had passed every test. The report said the tower had never passed a test.",
		[]string{"2 contradicts 1"}},
	{"another study", "The study showed that coffee lowers the risk of cancer. Another study showed that coffee does not lower the risk of cancer.",
		[]string{"2 contradicts 1"}},
	{"a place", "Harper was not at the scene, her lawyer said. Police said Harper was at the scene.",
		[]string{"2 contradicts 1"}},
	{"not: other subjects", "The mayor said that the bridge opened in May. The engineer said the tunnel did not open in May.",
		nil},
	{"not: other objects", "Police said that Holt stole the car. Holt said he did not steal the watch.",
		nil},
	{"not: not yet", "The mayor said that the bridge would open in May. The engineer said that the bridge did not open in April.",
		nil},
	{"not: the same claimant", "Novak said he would play in Madrid. Novak said he would not play in Rome.",
		nil},
	{"not: other things rise", "The senator said taxes would rise. The senator's rival said prices would fall.",
		nil},
	{"not: two demands", "The union said the minister should resign. The party said the minister should not resign.",
		nil},
	{"not: if", "The bank said prices would fall if taxes rose. The ministry said prices would rise.",
		nil},

	{"because", "The union said that the strike would go ahead because wages had fallen.",
		[]string{"2 supports 1"}},
	{"a reason before it", "As the river was high, the road was closed.",
		[]string{"1 supports 2"}},
	{"a participle", "Oxfam urged the government to lift the ban, warning that thousands of children could starve.",
		[]string{"2 supports 1"}},
	{"a participle after a denial", "Carter denied the charge, saying that he was in Paris at the time.",
		[]string{"2 supports 1"}},
	{"a participle after a deed", "The airline cancelled the flights, saying that the airport was flooded.",
		[]string{"2 supports 1"}},
	{"a defence", `Anna Weber accused Paul Hale of fraud. Hale denied the allegation. "The money was a loan," Hale said.`,
		[]string{"2 contradicts 1", "3 contradicts 1", "3 supports 2"}},
	{"not: when", "As the minister spoke, protesters threw eggs.",
		nil},
	{"somebody else after a denial", "Anna Weber accused Paul Hale of fraud. Hale denied the allegation. Weber said the money was missing.",
		[]string{"2 contradicts 1"}},

	{"the same again", "NASA said the probe had reached the planet. NASA said the probe had reached the planet on Friday.",
		[]string{"2 restates 1"}},
	{"lead and body", "The central bank raised its key interest rate to 5 percent on Thursday.\n\nShops were calm.\n\nOn Thursday the central bank raised its key interest rate to 5 percent, the third rise this year.",
		[]string{"3 restates 1"}},
	{"not: a headline, which claims nothing", "Acme fined 3 million euros over river pollution\n\nA court fined Acme 3 million euros over river pollution on Friday.",
		nil},
	{"a quotation and its paraphrase", `The mayor, Ann Ray, said the old bridge must be closed to lorries. "The old bridge must be closed to lorries," Ray told reporters.`,
		[]string{"2 restates 1"}},
	{"not: another figure", "The mayor said the new bridge would cost 3 million euros. The mayor said the new bridge would cost 4 million euros.",
		nil},
	{"not: not so", "The mayor said the old bridge was closed to lorries. The mayor said the old bridge was not closed to lorries.",
		nil},
	{"not: another subject", "The coach said the striker had missed training in June. The coach said the keeper had missed the bus to Leeds.",
		nil},

	{"a semicolon between figures", "Organisers put the crowd at 1,200; the council's own stewards counted 650.",
		[]string{"2 contradicts 1"}},
	{"a figure that is called an invention", `The hackers claimed they had taken records of nine million people. "Nine million is an invention," said Nadia Forsberg of Quillpay.`,
		[]string{"2 contradicts 1"}},
	{"figures that are disputed", "The Teachers' Forum said 61 schools had cut lessons. The government disputes the forum's figures.",
		[]string{"2 contradicts 1"}},
	{"a bare number", "Tunde Bakare said 47 masks were still in the museum. The museum says that it owns 12.",
		[]string{"2 contradicts 1"}},
	{"the damage", "Farmers' groups say that the hail destroyed a quarter of the harvest. The insurer Agrosure estimates the damage at 12 percent.",
		[]string{"2 contradicts 1"}},
	{"who holds a town", "The Kessian Army said it had taken the port of Adil. The Southern Front said it was still in control of the harbour.",
		[]string{"2 contradicts 1"}},
	{"the last time", "Greta Holm said the slope was inspected in February. The engineers said that the slope had last been inspected in 2023.",
		[]string{"2 contradicts 1"}},
	{"a retort", "CityMove blamed the transport union UTW for the breakdown of talks. UTW said CityMove had walked out of the room.",
		[]string{"2 contradicts 1"}},
	{"up and down", "The mayor said crime had dropped by 12 percent. The police said crime had gone up.",
		[]string{"2 contradicts 1"}},
	{"none and not enough", "Survivors said there were not enough life jackets. The operator said there were enough life jackets.",
		[]string{"2 contradicts 1"}},
	{"what is taken up by another noun", "Donauchem said the practice was legal. Greenpeace said the dumping was illegal.",
		[]string{"2 contradicts 1"}},
	{"a charge denied in a relative clause", "India accused Pakistan of backing the gunmen, a charge that Islamabad has denied.",
		[]string{"2 contradicts 1"}},
	{"evidence for a denial", "Femi Adeyinka accused the council of keeping the sale secret. Ruth Lindholm, the council's leader, dismissed the claim. She said the plan had been published in October.",
		[]string{"2 contradicts 1", "3 contradicts 1", "3 supports 2"}},
	{"otherwise", "Anders Molin said he was at the wheel. Judge Helena Strand said the recorder proved otherwise.",
		[]string{"2 contradicts 1"}},
	{"said again in quotation marks", `Odile Marchetti said she would not stand again. "I will not run," Marchetti said.`,
		[]string{"2 restates 1"}},
	{"not: each side accuses the other of other things", "Russia accused Ukraine of shelling a school. Ukraine accused Russia of deporting children.",
		nil},
	{"not: criticism and regret", "Paul Ryan criticised Mark Dole for his remarks. Dole did not apologise for his remarks.",
		nil},
	{"not: what somebody takes and defends", "The senator said enemies were taking advantage of the crisis. The governor said she held the record.",
		nil},
	{"not: a lawyer who denies something else", "Prosecutors accused James Holt of fraud. Holt said he did not own the boat.",
		nil},
	{"not: other things are safe", "The mayor said the water was safe. Residents said the road was dangerous.",
		nil},
	{"not: an admission", "Anna Weber said the school had failed to call her. The school's head, Jane Orr, admitted that staff should have called.",
		nil},
	{"not: a list of figures", "The bank said it had 40 branches in Leeds, 30 in York, 20 in Hull and 10 in Bath. The union said the bank had 12 branches.",
		nil},
	{"not: a death toll that is raised", "Police said 12 people were killed in the flood. On Tuesday officials raised the death toll to 19.",
		nil},
	{"a short answer", `Franco Delmar accused Celia Moss of taking bribes. "Absolute rubbish," said Moss.`,
		[]string{"2 contradicts 1"}},
	{"a short answer with more words", `Franco Delmar accused Celia Moss of taking bribes. "A lie from start to finish," Moss said.`,
		[]string{"2 contradicts 1"}},
	{"an accusation that one rejects, without that", "Franco Delmar accused Celia Moss of taking bribes, an accusation she rejects.",
		[]string{"2 contradicts 1"}},
	{"those who belong to a firm and its spokesman", "Workers at Arbolux say the company forced them to work without masks. An Arbolux spokesman denied the claims.",
		[]string{"2 contradicts 1"}},
	{"a pronoun for the accused", "The trust has been accused by nurses of hiding the deaths. It denies the accusation.",
		[]string{"2 contradicts 1"}},
	{"what somebody named said", "Builder Franco Delmar says he paid the mayor. The mayor laughed. Delmar's claim was disputed by the town clerk, Ada Fisk.",
		[]string{"3 contradicts 1"}},
	{"a claim that is called names", "Builder Franco Delmar says he paid the mayor. Clerk Ada Fisk called Delmar's account a fabrication.",
		[]string{"2 contradicts 1"}},
	{"nobody was hurt", "Eleven people were treated in hospital after the march. Police chief Boris Tahl said nobody had been hurt.",
		[]string{"2 contradicts 1"}},
	{"none of what was passed over", "Relatives accused the operator of ignoring repeated warnings. A spokeswoman said there were no such warnings.",
		[]string{"2 contradicts 1"}},
	{"none that was given, and one that was issued", "Lorna Fitch complained that the weather service had given no warning. The service said it had issued a warning on Tuesday.",
		[]string{"2 contradicts 1"}},
	{"a toll and the dead", "The government says 12 people died. Rights groups put the toll at more than 40.",
		[]string{"2 contradicts 1"}},
	{"bodies", "The interior ministry said nine people had died. Doctors at the hospital said they had received 23 bodies.",
		[]string{"2 contradicts 1"}},
	{"the opposite of him", "Police said the man was armed. His family said he was unarmed.",
		[]string{"2 contradicts 1"}},
	{"not: a short answer that is no denial", `Franco Delmar accused Celia Moss of taking bribes. "A sad day for the town," Moss said.`,
		nil},
	{"not: nobody was hurt elsewhere", "Police said nobody was hurt in Leeds. Officials said 12 people were hurt in Hull.",
		nil},
	{"not: none of something else", "Relatives accused the operator of ignoring repeated warnings. A spokeswoman said there was no fire that day.",
		nil},
	{"not: a judgement on a statement", "Paul Dole said the city would vote in May. Ann Hall called Dole's statement childish.",
		nil},
	{"not: no comment", "Ann Hall asked for a comment on the deal. The firm said it had no comment.",
		nil},
	{"not: others who were hurt", "Doctors said three soldiers were treated for burns. The mayor said no houses were hit.",
		nil},
	{"not: a denial by somebody else", "Franco Delmar accused Celia Moss of taking bribes. Footballer Ben Moor denied having a contract with Vela.",
		nil},
	{"not: bodies that are no dead", "The minister said three bodies would oversee the banks. The union said 12 people had died at work.",
		nil},
}

func TestClaims(t *testing.T) { run(t, claims, showClaims) }

func TestRelations(t *testing.T) { run(t, relations, showRelations) }

func run(t *testing.T, texts []text, show func(*nlp.Document) []string) {
	t.Helper()
	engine := newEngine(t)
	for _, tt := range texts {
		t.Run(tt.phenomenon, func(t *testing.T) {
			doc := annotate(t, engine, tt.text)
			if got := show(doc); !slices.Equal(got, tt.want) {
				t.Errorf("%s\ngot  %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

func newEngine(tb testing.TB) *nlp.Engine {
	tb.Helper()
	engine, err := english.New()
	if err != nil {
		tb.Fatal(err)
	}
	return engine
}

func annotate(tb testing.TB, engine *nlp.Engine, text string) *nlp.Document {
	tb.Helper()
	doc := &nlp.Document{Text: text, Date: nlp.Date{Year: 2026, Month: time.March, Day: 4}}
	if err := engine.Annotate(context.Background(), doc); err != nil {
		tb.Fatal(err)
	}
	return doc
}

func showClaims(doc *nlp.Document) []string {
	types := [...]string{"?", "denial", "accusation", "demand", "prediction", "figure", "opinion", "fact"}
	var out []string
	for _, c := range doc.Claims {
		who := c.Source.In(doc.Text)
		if c.ByArticle {
			who = "ARTICLE"
		} else if len(c.Claimants) > 0 {
			var names []string
			for _, e := range c.Claimants {
				names = append(names, doc.Entities[e].Name)
			}
			who = strings.Join(names, ", ")
		}
		if c.Target != nlp.None {
			who += " on " + doc.Entities[c.Target].Name
		}
		out = append(out, fmt.Sprintf("%s by %s: %s", types[c.Type], who, c.In(doc.Text)))
	}
	return out
}

func showRelations(doc *nlp.Document) []string {
	types := [...]string{"?", "contradicts", "supports", "restates"}
	var out []string
	for _, r := range doc.ClaimRelations {
		out = append(out, fmt.Sprintf("%d %s %d", r.From+1, types[r.Type], r.To+1))
	}
	return out
}

// TestCheckable sees that what nobody could settle is not checkable, and that what is checkable has a worth.
func TestCheckable(t *testing.T) {
	doc := annotate(t, newEngine(t), "The union called on the government to resign. The ban was a disgrace, Ben Moor said. Police put the crowd at 3,000.")
	var got []bool
	for _, c := range doc.Claims {
		got = append(got, c.Checkable)
		if c.Checkable != (c.CheckWorthiness > 0) {
			t.Errorf("%s: checkable is %t, and its worth %g", c.In(doc.Text), c.Checkable, c.CheckWorthiness)
		}
	}
	if want := []bool{false, false, true}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestManyClaims compares thousands of claims, all of which count, accuse, deny and give reasons, so that comparing all pairs of them would
// not end soon; and sees that four times as many take no more than ten times as long.
func TestManyClaims(t *testing.T) {
	engine := newEngine(t)
	relations, err := claim.NewRelations()
	if err != nil {
		t.Fatal(err)
	}
	took := func(n int) (time.Duration, *nlp.Document) {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Police said that %d people had marched through Leeds. Anna Weber accused Paul Hale of taking bribes. ", 1000+7*i)
			b.WriteString("Hale denied the allegations because the money was a loan. Residents said the bridge would not open in May.\n\n")
		}
		doc := annotate(t, engine, b.String())
		best := time.Hour
		for range 3 {
			start := time.Now()
			relations.Annotate(doc)
			best = min(best, time.Since(start))
		}
		return best, doc
	}
	few, _ := took(250)
	many, doc := took(1000)
	if len(doc.Claims) < 4000 || len(doc.ClaimRelations) == 0 {
		t.Fatalf("%d claims and %d relations", len(doc.Claims), len(doc.ClaimRelations))
	}
	if len(doc.ClaimRelations) > 12*len(doc.Claims) {
		t.Errorf("%d claims have %d relations", len(doc.Claims), len(doc.ClaimRelations))
	}
	if many > 10*few+20*time.Millisecond {
		t.Errorf("a fourfold text took %v after %v", many, few)
	}
}
