package claim_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-nlp/hearsay/nlp"
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
	{"an accusation by nobody, of which somebody tells", "The firm was accused of fraud last year, said Tom Raine.",
		[]string{"accusation by Tom Raine: The firm was accused of fraud last year"}},
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

	{"an order by a court, in the passive", "Vorn Steel was ordered by the court to pay 3 million euros.",
		[]string{"demand by the court on Vorn Steel: Vorn Steel was ordered by the court to pay 3 million euros"}},
	{"an order by a judge", "The judge ordered Vorn Steel to open its books.",
		[]string{"demand by The judge on Vorn Steel: ordered Vorn Steel to open its books"}},
	{"an order by nobody", "The coach was ordered to rest.",
		[]string{"fact by ARTICLE: The coach was ordered to rest"}},
	{"a warning against a deed", "Ann Hall warned Paul Grant against selling the land.",
		[]string{"demand by Ann Hall on Paul Grant: warned Paul Grant against selling the land"}},
	{"a warning of what may come", "Officials warned of floods.",
		[]string{"fact by ARTICLE: Officials warned of floods"}},
	{"when it was, which is part of what was said", "Two nurses were hurt when a wall fell at Lund clinic on Monday, the fire service said.",
		[]string{"figure by the fire service: Two nurses were hurt when a wall fell at Lund clinic on Monday"}},
	{"a long name of who said it last", "Water from the wells of Orvik contains lead, the institute for public health said on Monday.",
		[]string{"fact by the institute for public health: Water from the wells of Orvik contains lead"}},
	{"who told it whom last", "Clerk Paul Grant took 3,000 pounds from the till, prosecutor Ann Hall told magistrates in Leeds yesterday.",
		[]string{"accusation by Ann Hall on Paul Grant: Clerk Paul Grant took 3,000 pounds from the till"}},
	{"a deed of which somebody tells in between", "Protesters blocked the road for six hours, police said, but organisers said it had been open.",
		[]string{"fact by police: Protesters blocked the road for six hours", "fact by organisers: it had been open"}},
	{"a deed that is no quote", "Nurses walked out across Norland on Friday in a row over pay.",
		[]string{"fact by ARTICLE: Nurses walked out across Norland on Friday in a row over pay"}},
	{"what somebody says more by a participle", "Ann Hall disputed that, saying a faulty update was the cause.",
		[]string{"denial by Ann Hall: disputed that", "fact by Ann Hall: a faulty update was the cause"}},
	{"a claim to something", "The ruling Civic Union claimed victory in the election, saying it had won 54 percent of the vote.",
		[]string{"fact by Civic Union: claimed victory in the election", "figure by Civic Union: it had won 54 percent of the vote"}},
	{"what somebody cites", "Crown Estates said it would close the plant, citing rising energy costs.",
		[]string{"prediction by Crown Estates: it would close the plant", "fact by Crown Estates: citing rising energy costs"}},
	{"a relative clause within what is said", "Lawyers for the family said the officer, who has not been named, had lied under oath.",
		[]string{"accusation by Lawyers for the family: the officer, who has not been named, had lied under oath"}},
	{"two that speak, and a semicolon", "The strike has closed 40 schools, the union said; the council put the number at 12.",
		[]string{"fact by the union: The strike has closed 40 schools", "figure by the council: put the number at 12"}},
	{"what is only compared", "Only 71 percent of children have had both doses, compared with 93 percent nationwide.",
		[]string{"figure by ARTICLE: Only 71 percent of children have had both doses, compared with 93 percent nationwide"}},
	{"a wish to close something", "Families want the ministry to close the prison.",
		[]string{"demand by Families: want the ministry to close the prison"}},
	{"an order to supply something", "The institute told the town to supply bottled water.",
		[]string{"demand by The institute: told the town to supply bottled water"}},
	{"a warning by somebody named last", "Paul Grant was warned against speaking to witnesses by the inquiry's lawyer, Ann Hall.",
		[]string{"demand by Ann Hall on Paul Grant: Paul Grant was warned against speaking to witnesses by the inquiry's lawyer, Ann Hall"}},
	{"a wish about somebody else", "Unions want Paul Grant to resign.",
		[]string{"demand by Unions on Paul Grant: want Paul Grant to resign"}},
	{"a wish about oneself", "Ann Hall wants to resign.",
		nil},
	{"time that is given", "The ministry gave Shell a week to explain the leak.",
		[]string{"demand by The ministry on Shell: gave Shell a week to explain the leak"}},
	{"blame at a door", "The inquiry laid the blame at the door of Paul Grant.",
		[]string{"accusation by The inquiry on Paul Grant: laid the blame at the door of Paul Grant"}},
	{"what is pinned on somebody", "The coach pinned the defeat on goalkeeper Ian Stone.",
		[]string{"accusation by The coach on Ian Stone: pinned the defeat on goalkeeper Ian Stone"}},
	{"hopes that are pinned on somebody", "The fans pinned their hopes on goalkeeper Ian Stone.",
		nil},
	{"whom a relative clause accuses", "Villagers are suing Vorn Steel, which they say poisoned the river.",
		[]string{"fact by ARTICLE: Villagers are suing Vorn Steel", "accusation by they on Vorn Steel: poisoned the river"}},
	{"an idiom for a wrong", "The report said Vorn Steel had turned a blind eye to the leaks.",
		[]string{"accusation by The report on Vorn Steel: Vorn Steel had turned a blind eye to the leaks"}},
	{"an idiom for no wrong", "The report said Vorn Steel had turned to the banks.",
		[]string{"fact by The report: Vorn Steel had turned to the banks"}},
	{"a failure", "Ann Hall said Grant's failure to act had cost the town dear.",
		[]string{"accusation by Ann Hall on Grant: Grant's failure to act had cost the town dear"}},
	{"years of neglect", "Tenants said years of neglect had ruined the tower.",
		[]string{"accusation by Tenants: years of neglect had ruined the tower"}},
	{"with whom responsibility lies", "Ann Hall said the responsibility lies with Vorn Steel.",
		[]string{"accusation by Ann Hall on Vorn Steel: the responsibility lies with Vorn Steel"}},
	{"whose work it was", "Police said the attack was the work of Paul Grant.",
		[]string{"accusation by Police on Paul Grant: the attack was the work of Paul Grant"}},
	{"time for somebody", "“It is time for Paul Grant to go,” said Ann Hall.",
		[]string{"demand by Ann Hall on Paul Grant: It is time for Paul Grant to go"}},
	{"what prosecutors say that somebody did", "Prosecutors said Paul Grant took 20,000 euros from the fund.",
		[]string{"accusation by Prosecutors on Paul Grant: Paul Grant took 20,000 euros from the fund"}},
	{"what friends say that somebody did", "Friends said Paul Grant took a boat to the island.",
		[]string{"fact by Friends: Paul Grant took a boat to the island"}},
	{"criticism by noun", "Criticism of Paul Grant by members of his party is growing.",
		[]string{"accusation by members of his party on Paul Grant: Criticism of Paul Grant by members of his party is growing"}},
	{"attacks that are no words", "Police stopped their attacks on Paul Grant.",
		[]string{"fact by ARTICLE: Police stopped their attacks on Paul Grant"}},
	{"one of several who accuse", "Tenants hit out at Paul Grant. “He treats us like dirt,” said nurse Amy Stone.",
		[]string{"accusation by Tenants on Paul Grant: hit out at Paul Grant", "accusation by Amy Stone on Paul Grant: He treats us like dirt"}},
	{"one of several who praise", "Tenants praised Paul Grant. “He treats us like friends,” said nurse Amy Stone.",
		[]string{"opinion by Tenants: praised Paul Grant", "fact by Amy Stone: He treats us like friends"}},
	{"to find all in order", "Ann Hall said the vote had been stolen. The commission said the count had been fair.",
		[]string{"accusation by Ann Hall: the vote had been stolen", "denial by The commission: the count had been fair"}},
	{"to insist, accused", "Ann Hall accused Paul Grant of fraud. The mayor, Paul Grant, insisted that he had repaid every cent.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of fraud", "denial by Paul Grant: he had repaid every cent"}},
	{"an answer on the same thing", "Ann Hall accused Paul Grant of wasting money. Grant said the money had been spent on schools.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of wasting money", "denial by Paul Grant: the money had been spent on schools"}},
	{"no answer on something else", "Ann Hall accused Paul Grant of wasting money. Grant said the bridge had been closed on Monday.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of wasting money", "fact by Paul Grant: the bridge had been closed on Monday"}},
	{"a plea makes an accusation", "Paul Grant used a banned drug, the league said. Grant denied any wrongdoing.",
		[]string{"accusation by the league on Paul Grant: Paul Grant used a banned drug", "denial by Paul Grant: denied any wrongdoing"}},
	{"a denied report is no accusation", "Paul Grant has joined Porto, the newspaper Sol said. Grant denied the report.",
		[]string{"fact by Sol: Paul Grant has joined Porto", "denial by Paul Grant: denied the report"}},
	{"none of it", "The bank said no data had been lost.",
		[]string{"denial by The bank: no data had been lost"}},
	{"none that they saw", "Marchers said they had seen no police.",
		[]string{"denial by Marchers: they had seen no police"}},
	{"no doubt", "The bank said it had no doubt about the deal.",
		[]string{"fact by The bank: it had no doubt about the deal"}},
	{"no one after a preposition", "“I spat at no one,” said Ben Moor.",
		[]string{"denial by Ben Moor: I spat at no one"}},
	{"a curt denial without marks", "Not true, said the club's lawyer, Amy Stone.",
		[]string{"denial by Amy Stone: Not true"}},
	{"to beg to differ", "Ann Hall begged to differ.",
		[]string{"denial by Ann Hall: begged to differ"}},
	{"a finding whose verb stands last", "Sweets do not harm the teeth, a study by Leeds University has found.",
		[]string{"denial by a study by Leeds University: Sweets do not harm the teeth"}},
	{"who denies in a relative clause", "Ann Hall accused Paul Grant of a cover-up, which he denies.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of a cover-up", "denial by Paul Grant: he denies"}},
	{"both deny", "Prosecutors accused Paul Grant and Ian Stone of fraud. Both deny the charges.",
		[]string{"accusation by Prosecutors on Paul Grant: accused Paul Grant and Ian Stone of fraud", "denial by Paul Grant: deny the charges"}},
	{"fire and a relative clause", "Mayor Paul Grant came under fire from tenants, who said he had hidden the report.",
		[]string{"accusation by tenants on Paul Grant: Mayor Paul Grant came under fire from tenants", "accusation by tenants on Paul Grant: he had hidden the report"}},
	{"soldiers from somewhere", "Villagers said soldiers from Peru had burned their crops.",
		[]string{"accusation by Villagers on Peru: soldiers from Peru had burned their crops"}},
	{"a call that is faced", "Paul Grant faces calls to resign.",
		[]string{"demand by ARTICLE on Paul Grant: Paul Grant faces calls to resign"}},
	{"a pronoun of whom there is one", "Drinks company Fizzo said the tax was unfair. Doctor Ann Bell accused the company of poisoning children. She called on it to cut the sugar.",
		[]string{"opinion by Fizzo: the tax was unfair", "accusation by Ann Bell on Fizzo: accused the company of poisoning children", "demand by Ann Bell on Fizzo: called on it to cut the sugar"}},
	{"what there never was", "“There never was an agreement,” said Ben Moor.",
		[]string{"denial by Ben Moor: There never was an agreement"}},
	{"a pronoun that denies, and no accuser", "Paul Grant had ignored them, said Ian Stone. He denied this.",
		[]string{"accusation by Ian Stone on Paul Grant: Paul Grant had ignored them", "denial by Paul Grant: denied this"}},
	{"an answer about oneself", "Ann Hall accused Paul Grant of keeping the results secret. Grant said he had been told of them only last week.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of keeping the results secret", "denial by Paul Grant: he had been told of them only last week"}},
	{"whose spray is blamed", "Villagers blamed a spray made by Agrona.",
		[]string{"accusation by Villagers on Agrona: blamed a spray made by Agrona"}},
	{"none who attack", "None of his rivals attacked Paul Grant over the deal.",
		[]string{"fact by ARTICLE: None of his rivals attacked Paul Grant over the deal"}},
	{"no accusation", "Ann Hall did not accuse Paul Grant of fraud.",
		[]string{"fact by Ann Hall: did not accuse Paul Grant of fraud"}},
	{"never an accusation", "Ann Hall never blamed Paul Grant for the fire.",
		[]string{"fact by Ann Hall: never blamed Paul Grant for the fire"}},
	{"a serious charge that one denies", "Ann Hall accused Paul Grant of theft, a serious charge that he has denied.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of theft", "denial by Paul Grant: has denied"}},
	{"charges that one denies, without that", "Ann Hall accused Paul Grant of theft, charges he strongly denies.",
		[]string{"accusation by Ann Hall on Paul Grant: accused Paul Grant of theft", "denial by Paul Grant: denies"}},
	{"a call not to do something", "Ann Hall called on Paul Grant not to sell the land.",
		[]string{"demand by Ann Hall on Paul Grant: called on Paul Grant not to sell the land"}},
	{"a call by telephone", "Paul Grant received a call from his mother.",
		[]string{"fact by ARTICLE: Paul Grant received a call from his mother"}},
	{"to ask for an apology", "Anna Weber asked Paul Grant for an apology.",
		[]string{"demand by Anna Weber on Paul Grant: asked Paul Grant for an apology"}},
	{"to have known of a danger", "Anna Weber said Paul Grant knew the shoes were dangerous.",
		[]string{"accusation by Anna Weber on Paul Grant: Paul Grant knew the shoes were dangerous"}},
	{"to have known something else", "Anna Weber said Paul Grant knew the shoes were cheap.",
		[]string{"fact by Anna Weber: Paul Grant knew the shoes were cheap"}},
	{"a test that was not made", "Anna Weber said Paul Grant had not tested the shoes.",
		[]string{"accusation by Anna Weber on Paul Grant: Paul Grant had not tested the shoes"}},
	{"to maintain", "The museum maintains that the canvas was bought legally.",
		[]string{"fact by The museum: the canvas was bought legally"}},
	{"a wish that something be done", "Greta Hall of the Green Party wants the contract annulled.",
		[]string{"demand by Greta Hall: wants the contract annulled"}},
	{"a wish for a thing", "Health minister Grant Oliver wants an inquiry.",
		[]string{"demand by Grant Oliver: wants an inquiry"}},
	{"a wish that somebody had", "As a boy Paul Grant wanted a dog.",
		nil},
	{"what somebody would rather see", "Ann Hall would rather see the old walls rebuilt.",
		[]string{"demand by Ann Hall: would rather see the old walls rebuilt"}},
	{"what somebody would prefer", "Anna Weber would prefer more men on the ground.",
		[]string{"demand by Anna Weber: would prefer more men on the ground"}},
	{"a promise of a thing", "Ann Hall promised an inquiry.",
		[]string{"prediction by Ann Hall: promised an inquiry"}},
	{"an offer to do something", "Vorn Steel has offered to build a new road.",
		[]string{"prediction by Vorn Steel: has offered to build a new road"}},
	{"what somebody thinks of a thing", "The director, Paul Grant, finds the terraces beautiful.",
		[]string{"opinion by Paul Grant: finds the terraces beautiful"}},
	{"what was found so", "Police found the house empty.",
		[]string{"fact by ARTICLE: Police found the house empty"}},
	{"how somebody describes a thing", "Paul Grant described the plan as a knife in the back of the town.",
		[]string{"opinion by Paul Grant: described the plan as a knife in the back of the town"}},
	{"what a list has", "The audit report published in May lists 812 names.",
		[]string{"figure by The audit report: lists 812 names"}},
	{"a new toll behind a comma", "Rescuers found four more miners on Thursday, taking the number of dead to eleven.",
		[]string{"fact by ARTICLE: Rescuers found four more miners on Thursday", "figure by ARTICLE: taking the number of dead to eleven"}},
	{"a semicolon behind a judgement", "Anna Weber called the cap heartless; she would rather see permits handed out.",
		[]string{"opinion by Anna Weber: called the cap heartless", "demand by Anna Weber: would rather see permits handed out"}},
	{"whom it was told", "The clerk stole 400,000 pounds from the fund, prosecutors told Leeds Crown Court on Tuesday.",
		[]string{"accusation by prosecutors: The clerk stole 400,000 pounds from the fund"}},
	{"a clause that its source interrupts", "The player, he said, had been perfectly well all morning.",
		[]string{"fact by he: The player, he said, had been perfectly well all morning"}},
	{"what was sworn", "Paul Grant had sworn that he looked in on her every hour.",
		[]string{"fact by Paul Grant: he looked in on her every hour"}},
	{"said before it was said when", "The court will be open again by January, the Courts Office promised yesterday after a ceiling came down.",
		[]string{"prediction by Courts Office: The court will be open again by January"}},
	{"what lies somewhere", "The lander is lying on its side, the agency said.",
		[]string{"fact by the agency: The lander is lying on its side"}},
	{"what has yet to come", "Our members have yet to see a penny, the union said.",
		[]string{"fact by the union: Our members have yet to see a penny"}},
	{"a sentence that may come", "Paul Grant faces up to 20 years in prison.",
		[]string{"prediction by ARTICLE: Paul Grant faces up to 20 years in prison"}},
	{"what has doubled", "Heating bills have doubled within a year.",
		[]string{"figure by ARTICLE: Heating bills have doubled within a year"}},
	{"what was taken in", "The fair made 11,400 euros for the school.",
		[]string{"figure by ARTICLE: The fair made 11,400 euros for the school"}},
}

func TestClaims(t *testing.T) { run(t, claims, showClaims) }

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
