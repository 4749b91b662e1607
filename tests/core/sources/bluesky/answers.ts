/** Answers of Bluesky's AppView in the form that it gives them. */

export const JO = 'did:plc:jo23456789abcdefghijklmn';
export const SAM = 'did:plc:sam3456789abcdefghijklmn';
export const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-reform';
const CID = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
const BLOB = {
  $type: 'blob',
  ref: { $link: 'bafkreibabalobzn6cd366ukcsjycp4yymjymgfxcv6xczmlgpemzkz3cfa' },
  mimeType: 'image/jpeg',
  size: 40_000,
} as const;

export const uriOf = (key: string, did = JO) => `at://${did}/app.bsky.feed.post/${key}` as const;

export const profileOf = (did = JO) => ({
  did,
  handle: did === JO ? 'jo.example' : 'sam.example',
  displayName: did === JO ? 'Jo Test' : 'Sam',
  avatar: `https://cdn.bsky.app/img/avatar/plain/${did}/bafkrei`,
  associated: { chat: { allowIncoming: 'following' } },
  labels: [] as object[],
  createdAt: '2023-11-01T12:00:00.000Z',
});

export function recordOf(more: object = {}) {
  return {
    $type: 'app.bsky.feed.post',
    createdAt: '2026-01-05T10:00:00.000Z',
    langs: ['en'],
    text: 'New report',
    ...more,
  };
}

export function viewOf(key: string, record: object = {}, more: object = {}) {
  return {
    uri: uriOf(key),
    cid: CID,
    author: profileOf(),
    record: recordOf(record),
    bookmarkCount: 0,
    replyCount: 1,
    repostCount: 2,
    likeCount: 3,
    quoteCount: 4,
    indexedAt: '2026-01-05T10:00:01.250Z',
    labels: [],
    ...more,
  };
}

export const repostOf = (view: object, by = JO) => ({
  post: view,
  reason: {
    $type: 'app.bsky.feed.defs#reasonRepost',
    by: profileOf(by),
    uri: `at://${by}/app.bsky.feed.repost/3lf2`,
    cid: CID,
    indexedAt: '2026-01-06T09:00:00.000Z',
  },
});

export const pinOf = (view: object) => ({ post: view, reason: { $type: 'app.bsky.feed.defs#reasonPin' } });

export const label = (val: string, more: object = {}) => ({
  src: 'did:plc:ar7c4by46qjdydhdevvrndac',
  uri: uriOf('1'),
  val,
  cts: '2026-01-05T11:00:00.000Z',
  ...more,
});

export const linkFacet = (byteStart: number, byteEnd: number, uri: string) => ({
  index: { byteStart, byteEnd },
  features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
});

export const external = (uri: string, more: object = {}) => ({
  $type: 'app.bsky.embed.external',
  external: {
    uri,
    title: 'Procurement reform | Institute for Government',
    description: 'About it.',
    thumb: BLOB,
    ...more,
  },
});

export const images = (...alts: readonly string[]) => ({
  $type: 'app.bsky.embed.images',
  images: alts.map((alt) => ({ alt, aspectRatio: { width: 4, height: 3 }, image: BLOB })),
});

export const quote = (uri: string) => ({ $type: 'app.bsky.embed.record', record: { cid: CID, uri } });

export const ref = (key: string, did = JO) => ({ cid: CID, uri: uriOf(key, did) });
