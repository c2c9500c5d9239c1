/**
 * Whether a browser would run a file, or show it as a page of the LMS's own site, if a learner opened it there.
 *
 * @param path in the course folder
 */
export const isActiveFile = (path: string): boolean =>
  /\.(?:x?html?|xht|svgz?|xml|xsl|js|mjs|mht|mhtml|swf|wasm)$/i.test(path);
