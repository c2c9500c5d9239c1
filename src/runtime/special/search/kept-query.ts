/** What was searched last stands there again when one comes back from a result; as long as this tab is open. */
const key = `build-scorm:search:${location.pathname}`;

export function keptQuery(): string {
  // Reading the property itself throws where storage is blocked.
  try {
    return window.sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function keepQuery(query: string): void {
  try {
    window.sessionStorage.setItem(key, query);
  } catch {
    // Then it is typed again.
  }
}
