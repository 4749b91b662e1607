declare module '*.css?inline' {
  const css: string;
  export default css;
}
declare module '*.css';

/** As much of it as is used. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(written: string, options: { readonly generateGraph: boolean; readonly forceType: string });
    /** CSL-JSON. */
    readonly data: readonly object[];
  }
}

/** Set by the build, so that each browser's script holds only its own branch. */
interface ImportMeta {
  readonly env: { readonly FIREFOX: boolean };
}
