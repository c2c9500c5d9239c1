/**
 * The pages of the gallery, by file name: `index.html` with every picture, and one for each way to look at them. They hold
 * nothing but links and pictures.
 *
 * @param pictures in the order in which they are shown
 */
export function galleryPages(pictures) {
  const pages = filters.map((filter) => [filter.file, page(filter, pictures.filter(filter.shows))]);
  return new Map(pages);
}

const filters = [
  { file: 'index.html', title: 'All', shows: () => true },
  { file: 'light.html', title: 'Light', shows: ({ scheme }) => scheme === 'light' },
  { file: 'dark.html', title: 'Dark', shows: ({ scheme }) => scheme === 'dark' },
  { file: 'desk.html', title: '1280 × 800', shows: ({ size }) => size === 'desk' },
  { file: 'phone.html', title: '390 × 844', shows: ({ size }) => size === 'phone' },
  { file: 'frame.html', title: '600 × 400', shows: ({ size }) => size === 'frame' },
  { file: 'ltr.html', title: 'From left to right', shows: ({ direction }) => direction === 'ltr' },
  { file: 'rtl.html', title: 'From right to left', shows: ({ direction }) => direction === 'rtl' },
  { file: 'paper.html', title: 'Print', shows: ({ size }) => size === 'paper' },
];

const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const anchor = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
/** By key, in the order of the first of each. */
function grouped(pictures, key) {
  const groups = new Map();
  for (const picture of pictures) groups.set(key(picture), [...(groups.get(key(picture)) ?? []), picture]);
  return [...groups];
}

function page({ file, title }, pictures) {
  const groups = grouped(pictures, ({ group }) => group);
  const ways = filters.map((each) =>
    each.file === file ? `<b>${each.title}</b>` : `<a href="${each.file}">${each.title}</a>`,
  );
  const contents = groups.map(([group]) => `<a href="#${anchor(group)}">${safe(group)}</a>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery: ${title}</title>
<style>
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #777; color: #fff; }
a { color: #fff; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; }
img { display: block; width: auto; height: 22rem; object-fit: cover; object-position: top; max-width: 100%; }
</style>
<h1>Gallery: ${title}</h1>
<nav>${ways.join(' ')}</nav>
<nav>${contents.join(' ')}</nav>
${groups
  .map(
    ([group, all]) =>
      `<h2 id="${anchor(group)}">${safe(group)}</h2>\n${grouped(all, ({ name }) => name)
        .map(section)
        .join('\n')}`,
  )
  .join('\n')}
</html>
`;
}

function section([name, pictures]) {
  const shown = pictures.map(({ file, size, scheme, direction }) => {
    const words = `${size}, ${scheme}, ${direction}`;
    return `<figure><a href="${file}"><img src="${file}" alt="${safe(name)}: ${words}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
  });
  return `<h3>${safe(name)}</h3>\n<div class="pictures">${shown.join('')}</div>`;
}
