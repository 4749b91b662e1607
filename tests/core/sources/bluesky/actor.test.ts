import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readActor } from '../../../../core/sources/bluesky/actor.ts';
import { anyAddress, anyString } from '../../any-string.ts';

const DID = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';

test.each([
  ['drbenpaxton.bsky.social', 'drbenpaxton.bsky.social'],
  [' @DrBenPaxton.bsky.social ', 'drbenpaxton.bsky.social'],
  ['\u202A@drbenpaxton.bsky.social\u202C', 'drbenpaxton.bsky.social'],
  ['@instituteforgov.org.uk', 'instituteforgov.org.uk'],
  [DID, DID],
  ['did:web:example.org', 'did:web:example.org'],
  ['https://bsky.app/profile/drbenpaxton.bsky.social', 'drbenpaxton.bsky.social'],
  ['bsky.app/profile/drbenpaxton.bsky.social/', 'drbenpaxton.bsky.social'],
  ['https://bsky.app/profile/instituteforgovernment.org.uk?ref=x#top', 'instituteforgovernment.org.uk'],
  [`https://bsky.app/profile/${DID}/post/3l6oveex3ii2l`, DID],
  ['https://deer.social/profile/a.example', 'a.example'],
  ['https://bsky.app/profile/did%3Aplc%3Aewvi7nxzyoun6zhxrhs64oiz', DID],
  [`at://${DID}/app.bsky.feed.post/3l6oveex3ii2l`, DID],
  ['at://a.example', 'a.example'],
  ['https://a.example', 'a.example'],
])('%j is the account %s', (written, actor) => {
  expect(readActor(written)).toBe(actor);
});

test.each([
  '',
  '@',
  'Ben Paxton',
  'drbenpaxton',
  'did:plc:tooshort',
  'did:key:zQ3sh',
  'https://bsky.app/search?q=ifg',
  'https://bsky.app/profile/',
  'https://bsky.app/profile/%E0%A4%A',
  'mailto:ben@example.org',
  'javascript:alert(1)',
  '127.0.0.1',
  'a..example',
])('%j is none', (written) => {
  expect(readActor(written)).toBeNull();
});

test('nothing that is written makes it throw, and what it gives it reads again', () => {
  fc.assert(
    fc.property(fc.oneof(anyString(), anyAddress, fc.domain()), (written) => {
      const actor = readActor(written);
      if (actor !== null) expect(readActor(actor)).toBe(actor);
    }),
  );
});
