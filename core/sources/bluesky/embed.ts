import { isIfgShown } from '../../address/display-form.ts';
import { leadsTo } from '../../address/unwrap.ts';
import { firstOf } from '../../text/first-of.ts';
import type { SourceCard, SourcePost } from '../source-feed.ts';
import { fieldOf, itemsOf, textOf, typeOf } from './fields.ts';
import { isHidden, readLabels } from './labels.ts';
import { readWebAddress } from './links.ts';
import { readPostUri } from './names.ts';

/** What stands below a post's text. */
export type Embed = Pick<SourcePost, 'linkCard' | 'images' | 'alternativeTexts' | 'quote'>;

const NONE: Embed = { linkCard: null, images: 0, alternativeTexts: [], quote: 'none' };
const IFG = 'Institute for Government';
const SITE_BEHIND_TITLE = /\s*\|\s*(?:The )?Institute for Government\s*$/i;
/** UTF-16 units that are kept: cards show less, and descriptions of images end at 2,000 letters. */
const MAX_TITLE = 1_000;
const MAX_DESCRIPTION = 3_000;
const MAX_ALTERNATIVE = 5_000;
/** UTF-16 units of what is read at all. */
const MAX_READ = 1_000_000;
const MAX_IMAGES = 20;

/** The embed of a record; what is not known is as if it were not there. */
export function readEmbed(embed: unknown): Embed {
  switch (typeOf(embed)) {
    case 'app.bsky.embed.external':
      return { ...NONE, linkCard: readCard(fieldOf(embed, 'external')) };
    case 'app.bsky.embed.images':
      return readImages(fieldOf(embed, 'images'));
    case 'app.bsky.embed.gallery':
      return readImages(fieldOf(embed, 'items'));
    case 'app.bsky.embed.video':
      return { ...NONE, alternativeTexts: readAlternative(embed) };
    case 'app.bsky.embed.record':
      return { ...NONE, quote: readQuote(embed) };
    case 'app.bsky.embed.recordWithMedia':
      // Media cannot hold another of these.
      return { ...readMedia(fieldOf(embed, 'media')), quote: readQuote(fieldOf(embed, 'record')) };
    default:
      return NONE;
  }
}

/** The link card of the post that an embed in a view shows as quoted; null where it has none, or nobody is to see it. */
export function readQuotedCard(embed: unknown): SourceCard | null {
  const isBesideMedia = typeOf(embed) === 'app.bsky.embed.recordWithMedia#view';
  const shown = isBesideMedia ? fieldOf(embed, 'record') : embed;
  const quoted = fieldOf(shown, 'record');
  if (typeOf(quoted) !== 'app.bsky.embed.record#viewRecord') return null;
  const labels = [fieldOf(quoted, 'labels'), fieldOf(fieldOf(quoted, 'author'), 'labels')].flatMap(readLabels);
  return isHidden(labels) ? null : readEmbed(fieldOf(fieldOf(quoted, 'value'), 'embed')).linkCard;
}

function readMedia(media: unknown): Embed {
  return typeOf(media) === 'app.bsky.embed.recordWithMedia' ? NONE : readEmbed(media);
}

/** A list or a feed that is shown is no post that is quoted. */
function readQuote(embed: unknown): Embed['quote'] {
  return readPostUri(fieldOf(fieldOf(embed, 'record'), 'uri')) ?? 'none';
}

/** A card without a title has its address for one. */
function readCard(external: unknown): SourceCard | null {
  const address = readWebAddress(fieldOf(external, 'uri'));
  if (address === null) return null;
  const whole = readLine(fieldOf(external, 'title'), MAX_TITLE);
  const title = whole.replace(SITE_BEHIND_TITLE, '');
  return {
    title: title || firstOf(address.replace(/^https?:\/\/(?:www\.)?/i, ''), MAX_TITLE),
    description: readLine(fieldOf(external, 'description'), MAX_DESCRIPTION),
    siteName: title === whole || !mayBeIfg(address) ? null : IFG,
    titleIsCertain: true,
    address,
  };
}

/** Services whose addresses say nothing of where they lead. */
const SHORTENERS =
  /^(?:bit\.ly|buff\.ly|cutt\.ly|dlvr\.it|goo\.gl|hubs\.l[iy]|ift\.tt|is\.gd|lnkd\.in|ow\.ly|rb\.gy|rebrand\.ly|shorturl\.at|t\.co|t\.ly|tiny\.cc|tinyurl\.com|trib\.al)$/;

/** Whether a card can be of the Institute's page that its title says it is: anybody may call a page so. */
function mayBeIfg(address: string): boolean {
  return isIfgShown(leadsTo(address)) || SHORTENERS.test(URL.parse(address)?.hostname.replace(/^www\./, '') ?? '');
}

function readLine(value: unknown, most: number): string {
  const text = textOf(value, MAX_READ) ?? '';
  return firstOf(text.trim(), most).replace(/\s+/g, ' ').trim();
}

function readImages(value: unknown): Embed {
  const images = itemsOf(value, MAX_IMAGES).filter((image) => typeof image === 'object' && image !== null);
  return { ...NONE, images: images.length, alternativeTexts: images.flatMap(readAlternative) };
}

function readAlternative(media: unknown): string[] {
  const text = firstOf((textOf(fieldOf(media, 'alt'), MAX_READ) ?? '').trim(), MAX_ALTERNATIVE).trim();
  return text === '' ? [] : [text];
}
