import type { InteractionBody, InteractionParts } from '../interaction.ts';
import type { QuestionData, QuestionOf, QuestionType } from '../question-data.ts';
import type { LearnerResponse, ResponseOf } from '../response.ts';
import type { TextRef } from '../rich-text.ts';

type KeysOfAny<Union> = Union extends unknown ? keyof Union : never;

/** Any object: the fields that responses have may be there and may hold anything. */
export type ResponseInput = { readonly [Key in KeysOfAny<LearnerResponse>]?: unknown };

/** One part of a question that is right or wrong on its own: a choice, a blank, an item to match. */
export interface QuestionPart {
  /** As in the page: `data-option`. */
  readonly id: string;
  /** The learner's answer is here: its verdict comes with the question's. All others only with the right answers. */
  readonly answered: boolean;
  readonly correct: boolean;
  /** What the author says to whose answer this is. */
  readonly feedback?: TextRef;
  /** The right answer in words, where the page does not hold it; shown only with the right answers. */
  readonly answer?: string;
}

/** What the runtime must know of one question type. Responses handed in have gone through `parse`. */
export interface QuestionLogic<T extends QuestionType> {
  readonly type: T;
  /** Hostile input (page message, storage) of this type → a valid response in its one canonical form, or null. */
  parse(question: QuestionOf<T>, input: ResponseInput): ResponseOf<T> | null;
  /** Whether the response may be checked and submitted; a draft need not be complete. */
  isComplete(question: QuestionOf<T>, response: ResponseOf<T>): boolean;
  /** Credit in 1/2520, a whole number 0 … `fullCredit`. */
  grade(question: QuestionOf<T>, response: ResponseOf<T>): number;
  /** Whether `grade` can give anything between nothing and full credit. */
  givesPartial(question: QuestionOf<T>): boolean;
  /** The response as one or more characters `0` and `1`, for the state codec. */
  toWire(question: QuestionOf<T>, response: ResponseOf<T>): string;
  /** The reverse; null for bits that `toWire` never makes for this question. */
  fromWire(question: QuestionOf<T>, bits: string): ResponseOf<T> | null;
  /** What must stay the same in a new version of the course for stored bits to keep their meaning. */
  shape(question: QuestionOf<T>): string;
  /** The most bits `toWire` makes. */
  worstBits(question: QuestionOf<T>): number;
  /** Whether `toWire` makes any other number of bits than that. */
  variesInLength(question: QuestionOf<T>): boolean;
  /** The state leaves such responses out first when space is short; so its worst case does not count them. */
  readonly dropsFirst?: boolean;
  interaction(question: QuestionOf<T>, response: ResponseOf<T>): InteractionBody | InteractionParts;
  /** What is shown of the key, part by part, once the question is judged. */
  parts(question: QuestionOf<T>, response: ResponseOf<T> | null): readonly QuestionPart[];
  /**
   * Ids of options in the order to show; empty where the page's own order stands.
   *
   * @param shuffled whether the quiz shuffles choices
   */
  order(question: QuestionOf<T>, shuffled: boolean, seed: number): readonly string[];
}

/** The same for a question of any type. A response of another type than the question counts as none. */
export interface QuestionHandler {
  parse(question: QuestionData, input: unknown): LearnerResponse | null;
  isComplete(question: QuestionData, response: LearnerResponse | null): boolean;
  grade(question: QuestionData, response: LearnerResponse | null): number;
  givesPartial(question: QuestionData): boolean;
  toWire(question: QuestionData, response: LearnerResponse | null): string | null;
  fromWire(question: QuestionData, bits: string): LearnerResponse | null;
  shape(question: QuestionData): string;
  worstBits(question: QuestionData): number;
  variesInLength(question: QuestionData): boolean;
  readonly dropsFirst: boolean;
  interaction(question: QuestionData, response: LearnerResponse | null): InteractionBody | InteractionParts | null;
  parts(question: QuestionData, response: LearnerResponse | null): readonly QuestionPart[];
  order(question: QuestionData, shuffled: boolean, seed: number): readonly string[];
}

/** Makes a handler from one type's logic. The types are checked once here, so that no caller needs a cast. */
export function questionHandler<T extends QuestionType>(logic: QuestionLogic<T>): QuestionHandler {
  const asks = (question: QuestionData): question is QuestionOf<T> => question.type === logic.type;
  const answers = (response: LearnerResponse): response is ResponseOf<T> => response.type === logic.type;
  const of = <R>(question: QuestionData, none: R, run: (question: QuestionOf<T>) => R): R =>
    asks(question) ? run(question) : none;
  const on = <R>(
    question: QuestionData,
    response: LearnerResponse | null,
    none: R,
    run: (question: QuestionOf<T>, response: ResponseOf<T>) => R,
  ): R => (asks(question) && response !== null && answers(response) ? run(question, response) : none);
  return {
    parse: (question, input) =>
      of(question, null, (own) => (isRecord(input) && input.type === logic.type ? logic.parse(own, input) : null)),
    isComplete: (question, response) => on(question, response, false, logic.isComplete),
    grade: (question, response) => on(question, response, 0, logic.grade),
    givesPartial: (question) => of(question, false, logic.givesPartial),
    toWire: (question, response) => on<string | null>(question, response, null, logic.toWire),
    fromWire: (question, bits) => of<LearnerResponse | null>(question, null, (own) => logic.fromWire(own, bits)),
    shape: (question) => of(question, '', logic.shape),
    worstBits: (question) => of(question, 0, logic.worstBits),
    variesInLength: (question) => of(question, false, logic.variesInLength),
    dropsFirst: logic.dropsFirst ?? false,
    interaction: (question, response) =>
      on<InteractionBody | InteractionParts | null>(question, response, null, logic.interaction),
    parts: (question, response) =>
      of<readonly QuestionPart[]>(question, [], (own) =>
        logic.parts(own, response !== null && answers(response) ? response : null),
      ),
    order: (question, shuffled, seed) => of<readonly string[]>(question, [], (own) => logic.order(own, shuffled, seed)),
  };
}

function isRecord(input: unknown): input is ResponseInput {
  return typeof input === 'object' && input !== null;
}
