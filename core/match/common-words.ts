import { GENERAL_WORDS, POLICY_WORDS } from '../passages/common-words.ts';
import { familiesOf } from './word-families.ts';

/**
 * Words that say nothing of what a page is about, beside those that passages know. Measured: among the 2,200 commonest of
 * spoken English, on one in ten of 43 saved pages or in one of 500 link texts, less those that name a subject; and the
 * words of the posts and of policy talk that any subject is spoken of with.
 */
const PAGES_WORDS =
  'able aboard absolutely accept accident activity actor actually acute ad adapt add addition address admin ' +
  'administration admit adopted advance advice affair affect afford afraid afternoon age agenda agree agreement ' +
  'ahead aid air alarm aligned alike alive alternative am amazing ambitions analysis angry answer anybody anymore ' +
  'anyway anywhere apologize app appeal apple application appointment appreciate archive aren argue argument arise ' +
  'arm arrived artist ashamed aside asleep aspiration assistant associate assume assumptions attached attack ' +
  'attempt attention attitude attractive automatic available aversion avoid awake aware awesome awful babe badly ' +
  'bag ball band bar barely barriers basically basis bath bathroom battle beach bear beat beautiful became bed ' +
  'bedroom beg began behind believe bell belong benchmark benefit bet beyond bias bigger biggest bike bird birthday ' +
  'bite bitter black blame bleeding bless blew blind block blog blood blow blue board boat bones book boosting ' +
  'boring born borrow boss bother bottle bottom bought box boy boyfriend brain brave bread break breakfast breathe ' +
  'bridge briefing bright brilliant broke broken brother brought bucks buddy bug built bull bullet bunch bundle ' +
  'bureaucracy buried burn business bust button buy buyer cab cake calm camera camp candy capability capacity card ' +
  'career carry case cash cat catch category caught cause cell center certainly chair champagne character charming ' +
  'chase chatting cheap check cheese chest chick chicken chocolate choice choose city claim clarification class ' +
  'clean clearly clever click client clock closer closet clothes club coach coast coat code coffee coherence cold ' +
  'collaboration colleagues collect color com comfortable command comment commentary commercial commitments common ' +
  'company compatible competence completely complexity compliance complicated comprehensive computer concept ' +
  'conclusion concrete condition conference configuration conflict confronting confused connection consensus ' +
  'consideration consistent consult contact contain content context contribution conversation convinced cook cookie ' +
  'cool coordinating cope copy copyright core corner correct couldn count couple cousin cover crack crash crazy ' +
  'cream credit crew crisis criteria critical cross crowd cry culture cup curious current customers cute cycle ' +
  'damage dance dangerous dare dark darling date daughter dead dear death debate decent declare dedicated deep ' +
  'deeply default define definitely demon desert deserve designed desire desk desperate destroy details determined ' +
  'devil didn die died dig digital dimension dinner directly director dirt dirty disappeared disappointing ' +
  'disciplinary discovered discuss disgusting display divide docs document doesn dog dollars domain don door double ' +
  'doubt download downstairs downwards drag draw dream dress drink drive driver drop drove drunk dry dude dumb dump ' +
  'duty dying earlier ears earth ease easier easily eat edition editor efficient eg eggs elite email emergency ' +
  'empty enable encourage enemy engaged engine enhance enjoy ensure enter environment equality error escape ' +
  'essential establish estimate evaluate event eventually everybody everywhere evil evolve ex exactly examine ' +
  'excellent except excited executive exercise expensive experience experienced expire explore export exposed extra ' +
  'extract extremely eyes facebook factor fair faith fake familiar famous fan fancy fantastic faq fast faster fat ' +
  'fate fault favor favorite fear feed feedback feel feet fell fellow felt female field fight file fill film ' +
  'finally fine finger finish fit fix flat floor flow flowers fly focused folks fool foot forever forget forgive ' +
  'forgot forgotten formally formation fortune foster fought fourth frame framework freak free freedom freely ' +
  'freezing frequently fresh friend friendly front frontline fun funny game gang gap garage garden gate genius ' +
  'gentleman gentlemen ghost giant gift girl girlfriend glad glass global goal goes gold gosh gotten gov grab grade ' +
  'grand grandmother grateful grave greater greatest green grew grips ground grown guarantee guard guess guest ' +
  'guide guy ha habit hair hall handle handsome hang happy harder harm hasn hat hate haven headline heard heart ' +
  'heat heaven heavy hero herself hide higher highly hill him himself hired hit hole holistic homepage honest ' +
  'honestly honey honor hook horizon horrible horse host hot hotel hours html http hub human hundred hung hungry ' +
  'hunt hurt husband ice ideal identity ignore im image imagine immediately implicitly impossible incentive ' +
  'incentivise inclusive incredible independent initial innocent innovate input insane inside insight instability ' +
  'installed instance integrate intend intention interact international internet intervention introduce ' +
  'investigation invited involved island isn item itself jacket jealous jerk job join joint joke journal joy juice ' +
  'jump justify kept kick kid kill kiss kitchen knees knew knife knock kpis lab label lack lady laid lake landscape ' +
  'language latest laugh launch lay leader leadership learn least led leg legacy length lens lesson letter lever ' +
  'leverage liar license lie lied lift light link lips listening literally load location lock log login lonely ' +
  'loose lose loser loss lost loud love lover lower luck lucky lunch lying machine mad madam made magazine magic ' +
  'mail mainly male man map master match mate material me meal meaningful meant meat mechanisms media memory men ' +
  'mention menu mess message met metric middle midnight mighty miles milk million mind mine minimal minute miracle ' +
  'missed mission mistake mister mobile model module moment momentum monitor monkey monster mood moon morning ' +
  'mostly motive mountain mouth movement movie multi multiple music my myself narrative nature necessary neck ' +
  'negative negotiate neighborhood nervous network newsletter nice night noise non nonsense normal nose notice ' +
  'nowhere nuts object observe obstacle obvious obviously ocean older ongoing online opinion optimistic org ' +
  'organization original os ourselves outside oversee owe pack package page paid pain paint pair pal pandemic panel ' +
  'pants paper pardon park participate partly partner partnership pass path pdf peace pencil percent perfect ' +
  'perfectly permission perspective pervasive phone photo physical pick picture pie piece pig pilot pink pipelines ' +
  'pizza plane planet plant plate platform player please pleasure plenty pocket podcast policymaking politicians ' +
  'pool position post potential pounds pour pray predict prefer preliminary prepared prescription press pretend ' +
  'pretty prevent previous pride primarily principle print prioritisation privacy pro proactive probably procedure ' +
  'product profession professional profit program promote prompt proof prospect protocol prototype proud prove ' +
  'publicly pull punch purchase purpose push quarter quickly quiet quo radio rain ran rat react reader reality ' +
  'realize rebuild received recognised recognize recs red redesign reference reflect regret regulations related ' +
  'relationship relatives relax release remember remind remote remove renewed reopened repeat replace reply request ' +
  'resilience resist resolve respect rest restaurant restricted restructure rethink rhetoric rich rid ride ' +
  'ridiculous rightly ring rise roadmap robust rock roll romantic roof room rough round roundtable row rss ruin ' +
  'rush sad safe safety sake sale sat saturday save scalable scale scanning scared scary scenario scene schedule ' +
  'scope score screaming screen screw script seams search season seat secret section security self sell seminar ' +
  'send sent separate serious seriously serve server settle settlements shake shame shape shifting shirt shock ' +
  'shoes shoot shop shortages shot shoulder shouldn shower sick sight sign signal significant significantly silly ' +
  'silver simply sing sir sister sit site sitemap situation size skin sky sleep slept slip slow smart smashes smell ' +
  'smile snow society soft software sold solution solve someday somehow someplace sometimes somewhere son song ' +
  'sooner sorry soul sounds source space spare special specialists specific specified specs speech speed spell ' +
  'spent spiralling spirit split spoke sponsor spot spread spreadsheet spring square stability stage stakeholder ' +
  'standardisation star statement station status stay steal stick stole stolen stomach stone stood store storm ' +
  'story straight strange stranger strategic stream street strength strengthening strike string struggle stuck ' +
  'study stuff style subject subscribe suck sudden suddenly suffer suit summary summer sun super supposed surprise ' +
  'surrounded survey survive sustainable swear sweet sweetheart sweetie swim swing switch sword table tackle tag ' +
  'talent tall tape taste taught taxi tea teach tear tech teeth telephone terminal terrible terrific test text ' +
  'theme themselves theory thousand threatened threshold threw throat throw thursday ticket tie tied tight till ' +
  'timeline tiny tip tired title toast toilet tomorrow tongue tonight tools topic totally touch tough town tracker ' +
  'tradeoff transform transit transparent travel treat tree trend trial trick tried trip trouble truck true truly ' +
  'trust truth ts tuesday tweet twice twitter type typical ugly unbelievable uncertain understood unit unless ' +
  'unnecessary unpopularity upcoming update upfront upon upset upstairs urged urgent vacation valid vendor version ' +
  'video village vision visit vital voice wait wake walk wall warm warning wash wasn waste watch weak wear web ' +
  'webinar website wedding wednesday weekend weekly weight weird welcome weren wet wheel whenever wherever white ' +
  'whoever wider wife wild win wind window wine winner winter wire wise wish witch witness woke won wonderful woods ' +
  'wore workshop worry wouldn wound write written wrong wrote www yellow yesterday yourself yourselves';

/** What passages take for a word of all reports, or a page for a common one, and yet is what a page is about. */
const SUBJECTS =
  'accountability budget chancellor child council court debt economy education health labour police tax treasury wales ' +
  'scotland';

const subjects = new Set(familiesOf(SUBJECTS));
const common = new Set(
  familiesOf(`${GENERAL_WORDS} ${POLICY_WORDS} ${PAGES_WORDS}`).filter((family) => !subjects.has(family)),
);

/** Whether a word family says something of a subject: no common word, year, number or single letter does. */
export function isTelling(family: string): boolean {
  return family.length > 1 && !/^\d/.test(family) && !common.has(family);
}
