declare module '*.css?inline' {
  const css: string;
  export default css;
}
declare module '*.css';

/** Set by the build, so that each browser's script holds only its own branch. */
interface ImportMeta {
  readonly env: { readonly FIREFOX: boolean };
}
