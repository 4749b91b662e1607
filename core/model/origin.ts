/** Where a feed's posts come from; what it therefore cannot know is said of it on screen. */
export interface Origin {
  /** `text-page`: a public profile page that was copied as text. */
  readonly kind: 'text-page';
}
