/** One call of the API as an LMS page noted it. */
export interface NotedCall {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly answer: unknown;
  /** What LMSGetLastError says after it. */
  readonly error: number;
  /** Rules of good content that the call broke, where the LMS is the strict one. */
  readonly rules: readonly string[];
}

/** What an LMS page sends to its server with every commit. */
export interface Saved {
  /** Every stored element. */
  readonly values: Readonly<Record<string, string>>;
  /** The calls since the last time. */
  readonly calls: readonly NotedCall[];
}

/** The LMS's database and its log of API calls, on the server: they outlive the browser. */
export interface LmsStore {
  values: Readonly<Record<string, string>>;
  readonly calls: NotedCall[];
}

/** One answer as the LMS stored it. */
export interface StoredAnswer {
  readonly id: string;
  readonly type: string;
  readonly response: string;
  readonly pattern: string;
  readonly result: string;
}

/** The answers of a record, oldest first. */
export function storedAnswers({ values }: LmsStore): readonly StoredAnswer[] {
  const answers: StoredAnswer[] = [];
  for (let index = 0; values[`cmi.interactions.${index}.id`] !== undefined; index++) {
    const read = (element: string): string => values[`cmi.interactions.${index}.${element}`] ?? '';
    answers.push({
      id: read('id'),
      type: read('type'),
      response: read('student_response'),
      pattern: read('correct_responses.0.pattern'),
      result: read('result'),
    });
  }
  return answers;
}
