/** The part of the compiler of MJML that is used here; the packages ship no types. Both are CommonJS, whose module is the default of an import. */
declare module 'mjml-core' {
  export interface MjmlOptions {
    presets: readonly unknown[];
    fonts: Readonly<Record<string, string>>;
    keepComments: boolean;
    ignoreIncludes: boolean;
    validationLevel: 'soft';
  }
  export type Compiler = (
    source: string,
    options: MjmlOptions,
  ) => Promise<{ html: string; errors: readonly { line: number; message: string; tagName: string }[] }>;
  const library: Compiler | { default: Compiler };
  export default library;
}
declare module 'mjml-preset-core' {
  const preset: object | { default: object };
  export default preset;
}
