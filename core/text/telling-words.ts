import { onFirstUse } from '../on-first-use.ts';
import { GENERAL_WORDS, POLICY_WORDS } from './common-words.ts';
import { familiesOf } from './word-families.ts';

/**
 * Words that say nothing of what a page is about, beside those that passages know. Chosen from the 3,600 commonest of spoken
 * English (SUBTLEX-US), those on two or more of 43 saved pages and in one of 500 link texts, and the words of the posts:
 * whatever can be said of any subject, and the words that web pages are run with.
 */
const PAGES_WORDS =
  'abandoned able aboard absolutely accept accident accurate acknowledge acquired activity actor actually acute ad ' +
  'adapt add addition address adjust admin administration admire admit adopted adult advance advantage adventure ' +
  'advice advise affair affect afford afraid afternoon age agenda agree agreement ahead aid ailing air alarm alert ' +
  'aligned alike alive allowance alternative am amazing ambitions analysis anger angry annual anonymous answer ' +
  'anxious anybody anymore anyway anywhere apartment apologize app appeal apple application apply appointment ' +
  'appreciate archive aren argue argument arise arm arranged arrived artificial artist artiste ashamed aside asleep ' +
  'aspect aspiration assistant associate assume assumptions assure attached attack attempt attend attention ' +
  'attitude attractive audience authorise automatic autumn available aversion avoid awake aware awesome awful ' +
  'awkward babe background badge badly bag balanced ball band bar barely barriers basically basis bath bathe ' +
  'bathroom battle bbc beach bear beat beautiful became bed bedroom beg began behind belief believe bell belong ' +
  'benchmark bend benefit beside bet beyond bias bigger biggest bike billion bird birthday bite bitter bizarre ' +
  'black blame bleeding bless blew blind block blog blood blow blown blue board boat bones book boom boosting booth ' +
  'boring born borrow boss bother bottle bottom bought bound box boy boyfriend brain brand brave bread break ' +
  'breakfast breathe bridge briefing briefly bright brilliant broke broken brother brought brush bucks buddy bug ' +
  'built bull bullet bunch bundle bureaucracy buried burn business bust button buy buyer cab cake calm camera camp ' +
  'campaign cancel candy capability capacity card career carefully carry case cash cat catch category caught cause ' +
  'celebrate cell center cents century ceremony certainly certainty chain chair champagne champion character ' +
  'charming chase chatting cheap check cheer cheese chest chick chicken chocolate choice choose chose circumstance ' +
  'city claim clarification class classic clean clearly clever click client climb clock closer closet clothes club ' +
  'clue coach coast coat code coffee coherence cold collaboration collapsed colleagues collect collective color ' +
  'colour column com combative combination comfortable command comment commentary commercial commitments common ' +
  'commons communication company comparative compared compatible competence competition complain completely ' +
  'complexity compliance complicated compound comprehensive computer concentrate concept conclusion concrete ' +
  'condition conduct conference confession confidence confidential configuration confirm conflict confronting ' +
  'confused connection conscience consensus consequence considerable consideration consistent constantly constraint ' +
  'consult contact contain content context contribution conversation conversion convinced cook cookie cool ' +
  'cooperate coordinating cope copy copyright core corner corporate correct correctly couldn count couple courage ' +
  'cousin cover coverage crack crash crazy cream credit crew crisis criteria critical cross crowd cruel crush cry ' +
  'culture cup curiosity curious current customers cute cycle daily damage dance dangerous dare dark darling date ' +
  'daughter dead deadlock dear death debate deceive decent declare dedicated deep deeply default defeat defend ' +
  'define definitely degrees delay delicate demon demonstration deny deputy description desert deserve designate ' +
  'designed desire desk desperate despite destiny destroy details determined devil didn die died dig digital ' +
  'dimension dinner directly director dirt dirty disagree disappeared disappointing disaster disciplinary discount ' +
  'discovered discuss disgusting display distance divide division docs document doesn dog dollars domain domestic ' +
  'don door double doubt download downstairs downwards dozen draft drag draw dream dress drill drink drive driver ' +
  'drop drove drunk dry dude dumb dump dust duty dying earlier earn ears earth ease easier easily eat edge edition ' +
  'editor efficient eg eggs element elite email emergency emotional empty enable encounter encourage endless enemy ' +
  'engaged engine enhance enjoy ensure enter entry environment equality equipment error escape essential establish ' +
  'estimate evaluate event eventually everybody everywhere evident evil evolve ex exact exactly examine excellent ' +
  'except exchange excited excuse execution executive exercise exit expensive experience experienced experiment ' +
  'expire explanation explore explosion export exposed exposure express extend extension extra extract ' +
  'extraordinary extremely eyes facebook factor fair faith fake familiar famous fan fancy fantastic fantasy faq ' +
  'fascinating fast faster fat fate fault favor favorite favour favourite fear feed feedback feel feet fell fellow ' +
  'felt female fever field fight file fill film finally fine finest finger finish fit fix flag flash flat flip ' +
  'floor flow flowers fly focused folks fool foolish foot foreign forever forget forgive forgot forgotten formally ' +
  'formation former fortune foster fought foul fourth frame framework frankly freak free freedom freely freezing ' +
  'frequently fresh friend friendly friendship frightened front frontline fully fun funny gain game gang gap garage ' +
  'garden gate gather generate generation generic generous genius gentle gentleman gentlemen genuine gesture ghost ' +
  'giant gift girl girlfriend glad glass global glory goal goes gold golden goods gosh gotten gov grab grade grand ' +
  'grandmother granted grateful grave gray greater greatest greatly green grew grips gross ground grown guarantee ' +
  'guard guardian guess guest guide guilt guy ha habit hair halfway hall handle handsome hang happy harder harm ' +
  'hasn hat hate haven headline headquarters heard heart heat heaven heavy herald hero herself hidden hide higher ' +
  'highly hill him himself hint hired historic hit hole holistic homepage honest honestly honey honor honour hook ' +
  'horizon horrible horse host hot hotel hours html http hub human humane humor humour hundred hung hungry hunt ' +
  'hurt husband ice ideal identical identity ifg ignore ill im image imagine immediately implicitly impossible ' +
  'impressed impulse incentive incentivise inches incident inclusive incredible independent indicate influence ' +
  'initial initiative innocent innovate input insane inside insight insist instability installed instance instantly ' +
  'instructions integral integrate integrity intelligence intend intention interact interior internal international ' +
  'internet interrupt intervention introduce investigation invisible invited involved island isn item itself ive ' +
  'jacket jealous jerk job join joiner joint joke journal journey joy juice jump justify kept kick kid kill kiss ' +
  'kitchen knees knew knife knock knowledge kpis lab label lack lady laid lake landscape language larger latest ' +
  'laugh launch lay layout leader leadership leaked learn learnt least led leg legacy legend legitimate length lens ' +
  'lesson letter lever leverage liar license lie lied lifetime lift light lightning link lips listening literally ' +
  'load locale location lock log login lonely loose lose loser loss lost loud love lover lower lowest luck lucky ' +
  'lunch lying machine mad madam made magazine magic magnificent mail mainly majority male man manifest manipulate ' +
  'manners manual map marvellous mass master match mate material mature maximum me meal meaningful meaningless ' +
  'meant meantime meat mechanisms media medium memo memory men mention menu merely merging mess message met metric ' +
  'middle midnight mighty miles milk million mind mine minimal minimum minute miracle mirror missed mission mistake ' +
  'mister mixed mobile mode model modest module moment momentum monitor monkey monster mood moon moral morale ' +
  'morning mostly motion motive mountain mouth movement movie multi multiple music mutual my myself mystery ' +
  'narrative narrow nasty nature necessarily necessary neck negative neglect negotiate neighborhood nerve nervous ' +
  'net network newly news newsletter newspaper nice night noble noise non nonsense norm normal nose notice nowhere ' +
  'nuts object objection objective observe obstacle obtain obvious obviously occasionally occurred ocean odd older ' +
  'ongoing online openly operative opinion opposed opposite opposition optimistic ordinary org organic organism ' +
  'organization original orthodoxy os ourselves outdated outfit outside overall override oversee owe owner pack ' +
  'package page paid pain paint pair pal pandemic panel panic pants paper paradise pardon park participate ' +
  'particularly partly partner partnership pass passage passion paste path pathetic patience patrol pattern payment ' +
  'pdf peace pencil percent perfect perfectly permanent permission permit persistent personal personality ' +
  'perspective persuade pervasive phase phone photo photograph phrase physical pick picture pie piece pig pilot ' +
  'pink pipelines pitch pity pizza plane planet plant plate platform player please pleasure pledge plenty plot ' +
  'pocket podcast poised policymaking polite politicians pool pops popular population pose position post potential ' +
  'pounds pour pray precious precisely predict prefer preliminary premiere prepared prescription presence press ' +
  'pretend pretty prevent preview previous pride primarily principal principle print prior prioritisation privacy ' +
  'prize pro proactive probably procedure proceed product profession professional profile profit program ' +
  'progressive projection promote prompt proof properly prospect prospective protocol prototype proud prove ' +
  'publication publicity publicly pull punch purchase pure purpose pursuit push qualified quarter quickly quiet ' +
  'quietly quo radio rain rally ran range rapid rare rat react reaction reader reality realize rebuild recall ' +
  'received recognised recognize recs red redesign reference reflect regarding regardless register regret ' +
  'regulations reign rejected rejuvenate related relationship relatives relax release relief rely remember remind ' +
  'remote remove renewed reopened repair repeat replace reply represent reputation request reservation resilience ' +
  'resist resolve respect respectable respective rest restaurant restore restricted restructure rethink retired ' +
  'reveal revenge reward rhetoric rich rid ride ridiculous rightly ring rise roadmap robust rock roll romantic roof ' +
  'room root rotten rough round roundtable route routine row rss rude ruin rush sacrifice sad safe safety sake sale ' +
  'sample sat satisfied saturday save scalable scale scanning scared scary scenario scene schedule scoff scope ' +
  'score scramble screaming screen screw script seal seams search season seat secondment secret secrete section ' +
  'security seek seize self selfish sell seminar send sensitive sent separate series serious seriously serve server ' +
  'session settle settlements severe shadow shake shame shape sharp shifting shine shirt shock shoes shoot shop ' +
  'shortages shot shoulder shouldn shout shower shown shrunk sick sight sign signal significant significantly ' +
  'silence silent silly silver simply sing sir sister sit site sitemap situation size skills skin skip sky sleep ' +
  'slept slice slide slightly slip slow slowly smart smarter smashes smell smile smooth snap snarl snow society ' +
  'soft software sold sole solid solution solve someday somehow someplace sometimes somewhat somewhere son song ' +
  'sooner sorry sought soul sounds sour source space spare special specialists specific specified specs speech ' +
  'speed spell spent spin spiralling spirit split spoke spoken sponsor spot spread spreadsheet spring squabble ' +
  'square squeeze stability stack stage stake stakeholder standardisation star statement static station statistics ' +
  'status statutory stay steady steal steam stick stock stole stolen stomach stone stood store storm story straight ' +
  'strange stranger strategic stream street strength strengthening stress stretch strictly strike string stronger ' +
  'struck struggle stuck study stuff style subject subjective submit subscribe substitute successive suck sudden ' +
  'suddenly suffer sufficient suit suitable suite summary summer sun super superior supposed surface surprise ' +
  'surrender surrounded survey survive sustainable swap swear sweet sweetheart sweetie swim swing switch sword ' +
  'table tackle tactical tag tail talent tall tape task taste taught taxi tea teach tear tech technically teeth ' +
  'telegraph telephone tension tenth terminal termination terrible terrific territory test text theme themselves ' +
  'theory theyd theyll theyre theyve thin thorough thousand thread threat threatened threshold threw throat throw ' +
  'thursday ticket tie tied tight till timeline tiny tip tired title toast toilet tomorrow tone tongue tonight ' +
  'tools topic totally touch tough town toy trace tracker tradeoff tradition tragedy transform transit transparent ' +
  'travel treasure treat tree trend trial trick tried trigger trip triumph trouble truck true truly trust truth ts ' +
  'tuesday tune tweet twice twitter type typical ugly unbelievable uncertain uncertainty uncomfortable underneath ' +
  'understood undoubtedly unfair unhappy unique unit unite unknown unless unnecessary unpleasant unpopularity ' +
  'unreasonable unusual upcoming update upfront upgrade upon upset upstairs urged urgent useless utter vacation ' +
  'valid valuable vanish vendor venture verify version victory video village violent visible vision visit visitor ' +
  'visual vital voice volunteer vulnerable wait wake walk wall warm warning wash wasn waste watch wave weak wear ' +
  'web webinar website wedding wednesday weekend weekly weight weird welcome weren wet weve wheel whenever wherever ' +
  'white whoever wicked wider wife wild win wind window wine winner winter wire wise wish witch witness woke won ' +
  'wonderful woods wore workshop worry wouldn wound write writer written wrong wrote www yellow yesterday youd ' +
  'youll younger yourself yourselves youve';

/** What passages take for a word of all reports, or a page for a common one, and yet is what a page is about. */
const SUBJECTS =
  'accountability budget chancellor child council court debt economy education health labour police tax treasury wales ' +
  'scotland';

const commonFamilies = onFirstUse(() => {
  const subjects = new Set(familiesOf(SUBJECTS));
  return new Set(
    familiesOf(`${GENERAL_WORDS} ${POLICY_WORDS} ${PAGES_WORDS}`).filter((family) => !subjects.has(family)),
  );
});

/** Whether a word family says something of a subject: no common word, year, number or single letter does. */
export function isTelling(family: string): boolean {
  return family.length > 1 && !/^\d/.test(family) && !commonFamilies().has(family);
}
