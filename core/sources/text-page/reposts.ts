/** Posts that must be reposts: those above a newer one, for a feed is sorted by when it was posted or reposted. */
export function findReposts(posts: readonly { readonly time: string }[]): boolean[] {
  let newestBelow = '';
  return posts
    .toReversed()
    .map(({ time }) => {
      const isRepost = time < newestBelow;
      if (time > newestBelow) newestBelow = time;
      return isRepost;
    })
    .reverse();
}
