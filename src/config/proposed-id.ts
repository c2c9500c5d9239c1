/** An id an author could use, made from words: "What sees a visitor's request first?" → `what-sees-a-visitors-request`. */
export function proposedId(text: string, fallback: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = '';
  for (const word of words) {
    if (id.length + word.length > 32) break;
    id = id === '' ? word : `${id}-${word}`;
  }
  return id === '' ? fallback : id;
}
