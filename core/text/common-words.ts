/**
 * Words that any prose is made of, whatever it is about: what a sentence shares in them is chance. They are the English
 * words that are frequent in every kind of text, beyond the stop words of `core/text/words.ts`.
 */
export const GENERAL_WORDS =
  'about above according across after again against ago all allow almost alone along already also although always among ' +
  'amount and another any anyone anything appear around ask away back bad base because become been begin being below ' +
  'best better between big bit both bring broad build but call came cannot certain chance change clear close come ' +
  'consider continue could course day deal depend describe difference different difficult done down due during each ' +
  'early easy effect eight either else end enough entire especially even ever every everyone everything example existing ' +
  'expect explain face fact fairly fall far few fewer fifth find first five follow form forward found four full further gave ' +
  'general get give given go going gone good got great group grow half hand happen hard hardly head hear held help her ' +
  'here high hold hope however huge idea if important include increase indeed instead interesting issue just keep kind ' +
  'know known large last late later lead leave left less let level life like likely limited line list little live long ' +
  'look lot low main make many matter mean meet might month more most move much name near nearly need neither never new ' +
  'next nine no nobody none nor not note nothing now number offer often old once one only open opportunity order other ' +
  'others otherwise ought out over own part particular past pay people perhaps person place plain plan play point poor ' +
  'possible present problem proper provide put question quick quite raise rather reach read ready real really reason ' +
  'recent remain result return right run said same saw say second see seem seen sense set seven several shall share short ' +
  'show side similar simple single six small so some somebody someone something soon sort speak stand start state step ' +
  'still stop strong such sure take taken talk tell ten tend thank them then there therefore these thing think third ' +
  'those though thought three through thus time today together told too took top toward try turn twelve two under ' +
  'understand until use usual various very view want way week well went whatever whether while whole whom whose why wide ' +
  'widespread within without word work world worse worst worth yes yet young zero article here interview report chapter ' +
  'january february march april june july august september october november december monday friday sunday cant wont dont isnt arent doesnt didnt hasnt havent wasnt couldnt wouldnt shouldnt longer';

/**
 * Words that most reports on government use. They may add to what else is shared and make a phrase, but single nothing
 * out.
 */
export const POLICY_WORDS =
  'ability access account act action aim announce approach area assess authority average bill body budget capital care ' +
  'central centre challenge chancellor charge child civil commission committee community concern control cost council country court ' +
  'create cut data decade decide decision deliver demand department develop direct economy education effort employ ' +
  'england evidence expert fail failure feature figure finance firm focus force function fund future government growth ' +
  'guidance health history home house identify impact implement improve individual industry inform institution interest ' +
  'invest key labour law legal legislation local maintain major manage market measure member method minister money national ' +
  'office official operate option organisation outcome parliament party performance period policy political power ' +
  'practice pressure price prime priority private process produce programme progress project promise propose protect ' +
  'public publish quality rate recommend record reduce reform region regular relevant require research resource respond ' +
  'responsible review risk role rule sector secretary senior servant service social spend staff standard strategy structure ' +
  'success suggest supply support system target tax team technology term track train treasury user value whitehall ' +
  'year britain british uk london england wales scotland';
