// The library's own types describe another form of module than the one that is loaded, and the tree it makes not at all.
declare module 'temml/dist/temml.mjs' {
  const temml: {
    __renderToMathMLTree(tex: string, options: Readonly<Record<string, unknown>>): unknown;
  };
  // biome-ignore lint/style/noDefaultExport: the library has no other
  export default temml;
}
