import { expect, test } from 'vitest';
import { readLinkCard } from '../../../../core/sources/text-page/link-card.ts';

const NAME = 'Institute for Government';

test.each([
  [`Buy better | ${NAME}`, 'Buy better'],
  [`Buy better | ${NAME} How we found out`, 'Buy better'],
  [`Buy better | The ${NAME} A report on buying`, 'Buy better'],
  [`Buy better: a podcast | ${NAME} Listen to it`, 'Buy better: a podcast'],
])('a title that ends with the Institute is its own: %s', (line, title) => {
  expect(readLinkCard(line, 'youtu.be')).toMatchObject({ title, siteName: NAME, titleIsCertain: true });
});

test.each([
  `Buy better | ${NAME} - YouTube`,
  `Buy better | ${NAME} - YouTube Subscribe to our channel`,
  `Buy better | ${NAME} Podcast on Apple Podcasts`,
  `Buy better | ${NAME} | The Guardian`,
  `Buy better | ${NAME} on Spotify`,
])('a title in which it only stands is another site’s: %s', (line) => {
  expect(readLinkCard(line, 'youtu.be')).toMatchObject({ siteName: 'youtu.be', titleIsCertain: false });
});
