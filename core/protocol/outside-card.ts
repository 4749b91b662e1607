/** A card that stands outside its link's frame. */
export interface OutsideCard {
  readonly address: string;
  readonly text: string;
  readonly sureness: string;
  /** The id of the annotator in the link's frame. */
  readonly opener: string;
  /** Whether it stays when the pointer leaves, and takes the focus. */
  readonly isHeld: boolean;
}

export interface ClosedCard {
  readonly opener: string;
  readonly hadFocus: boolean;
}
