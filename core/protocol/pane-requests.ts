/** What the background tells the popup and the side panel, where any is open. */
export interface PaneRequests {
  /** What is marked in a tab has changed. */
  marksChanged(request: { readonly tabId: number }): true;
}
