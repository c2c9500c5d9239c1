import type { Options } from 'rehype-sanitize';

/**
 * Elements whose content goes with them: it is code, or text that a browser would read by other rules once it is
 * written out again (mutation XSS).
 */
export const strippedTags = [
  ...['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'applet', 'title', 'textarea'],
  ...['xmp', 'noembed', 'noframes', 'plaintext', 'select', 'canvas', 'audio', 'video', 'frameset'],
] as const;

export const allowedTags = [
  ...[
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'caption',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'details',
    'dfn',
  ],
  ...[
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
  ],
  ...[
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strong',
    'sub',
  ],
  ...['summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'],
] as const;

/**
 * What an author's HTML may hold. A list of what is allowed; all else goes. Stricter than GitHub's: no `style`, no
 * handlers, no `class` of ours, no `data-*`, no `name`, no keys or tab order, no `srcset`, no forms. Addresses that pass
 * here are judged again by the links and images transforms, which know the package: `//host` has no protocol to refuse.
 *
 * @param idPrefix the page's prefix: author ids get it and `user-`, so that they cannot shadow the page's own
 */
export function sanitizeSchema(idPrefix: string): Options {
  const cell = ['align', 'colSpan', 'headers', 'rowSpan', 'scope'];
  return {
    allowComments: false,
    allowDoctypes: false,
    ancestors: {
      caption: ['table'],
      col: ['table'],
      colgroup: ['table'],
      tbody: ['table'],
      td: ['table'],
      tfoot: ['table'],
      th: ['table'],
      thead: ['table'],
      tr: ['table'],
      dd: ['dl'],
      dt: ['dl'],
      figcaption: ['figure'],
      li: ['ol', 'ul'],
      summary: ['details'],
      rp: ['ruby'],
      rt: ['ruby'],
    },
    attributes: {
      // The three after `href` are what footnotes need.
      a: ['href', 'dataFootnoteBackref', 'dataFootnoteRef', 'ariaLabel', 'ariaDescribedBy'],
      abbr: ['title'],
      code: [['className', /^language-[\w+#.-]{1,30}$/]],
      col: ['span'],
      colgroup: ['span'],
      del: ['dateTime'],
      details: ['open'],
      img: ['alt', 'height', 'src', 'title', 'width'],
      ins: ['dateTime'],
      li: ['value'],
      ol: ['reversed', 'start', 'type'],
      section: ['dataFootnotes'],
      td: cell,
      th: cell,
      time: ['dateTime'],
      '*': ['dir', 'id', 'lang'],
    },
    clobber: ['ariaDescribedBy', 'headers', 'id'],
    clobberPrefix: `${idPrefix}user-`,
    // Those of `src` are for the images transform, which says what is wrong with them.
    protocols: { href: ['http', 'https', 'mailto'] },
    required: {},
    strip: [...strippedTags],
    tagNames: [...allowedTags],
  };
}
