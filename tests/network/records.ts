/** Names a record and what stood in it. */
export interface RecordRef {
  readonly uri: string;
  readonly cid: string;
}

/** An image or another file that a PDS keeps, as its answer to the upload has it. */
export interface Blob {
  readonly $type: 'blob';
  readonly ref: { readonly $link: string };
  readonly mimeType: string;
  readonly size: number;
}

export interface Facet {
  /** Offsets in the UTF-8 of the text. */
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly Feature[];
}

export type Feature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string };

export interface ExternalEmbed {
  readonly $type: 'app.bsky.embed.external';
  readonly external: {
    readonly uri: string;
    readonly title: string;
    readonly description: string;
    readonly thumb?: Blob;
  };
}

export interface ImagesEmbed {
  readonly $type: 'app.bsky.embed.images';
  readonly images: readonly { readonly image: Blob; readonly alt: string }[];
}

export interface QuoteEmbed {
  readonly $type: 'app.bsky.embed.record';
  readonly record: RecordRef;
}

export interface QuoteWithMediaEmbed {
  readonly $type: 'app.bsky.embed.recordWithMedia';
  readonly record: QuoteEmbed;
  readonly media: ExternalEmbed | ImagesEmbed;
}

/** A post as it is written: a record of `app.bsky.feed.post`. */
export interface PostRecord {
  readonly text: string;
  /** An instant; the author may claim any. */
  readonly createdAt: string;
  readonly reply?: { readonly root: RecordRef; readonly parent: RecordRef };
  readonly facets?: readonly Facet[];
  readonly embed?: ExternalEmbed | ImagesEmbed | QuoteEmbed | QuoteWithMediaEmbed;
  readonly langs?: readonly string[];
  readonly labels?: SelfLabels;
}

/** Labels that an author puts on something of their own. */
export interface SelfLabels {
  readonly $type: 'com.atproto.label.defs#selfLabels';
  readonly values: readonly { readonly val: string }[];
}

export function selfLabels(labels: readonly string[]): SelfLabels {
  return { $type: 'com.atproto.label.defs#selfLabels', values: labels.map((val) => ({ val })) };
}

/** A facet on the first place where a part stands in a text, whichever case it is in. */
export function facetOn(text: string, part: string, feature: Feature): Facet {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (at === -1) throw new Error(`${JSON.stringify(text)} does not hold ${part}`);
  const byteStart = Buffer.byteLength(text.slice(0, at));
  return { index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) }, features: [feature] };
}
