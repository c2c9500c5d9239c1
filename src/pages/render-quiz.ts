import type { Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import type { QuizData } from '../contract/course-data.ts';
import type { Question, Quiz } from '../course/course.ts';
import { toHtml } from '../markdown/to-html.ts';
import { toPhrase } from '../markdown/to-phrase.ts';
import { toRichText } from '../markdown/to-rich-text.ts';
import { drawTemplate } from './draw-template.ts';
import type { NestedWords } from './flatten-words.ts';
import { languageAttributes } from './language-attributes.ts';
import type { PageGathering } from './page-gathering.ts';
import type { Templates } from './page-kit.ts';
import { showQuestion } from './questions/index.ts';
import type { QuestionTools } from './questions/question-pages.ts';
import { askedCount, quizFacts, ruleData, timerView } from './quiz-rules.ts';
import type { Slots } from './slots/render-slots.ts';

export interface RenderedQuiz {
  readonly html: string;
  /** Its questions alone, for a page to look back at them. */
  readonly questions: string;
  readonly data: QuizData;
}

/** What a quiz needs to know of the page it stands in. */
export interface QuizSetting {
  readonly page: string;
  readonly kind: 'lesson' | 'quiz';
  /** False where a heading of the same words stands right before it: the page's title, or the lesson's last heading. */
  readonly ownTitle: boolean;
  /** Attributes for the page's own words, where they are in another language than the page. */
  readonly around: string;
  /** Of the quiz, and of the page it stands in. */
  readonly language: string;
  readonly pageLanguage: string;
  readonly templates: Templates;
  readonly w: NestedWords;
  readonly gathering: PageGathering;
  readonly slots: Slots;
}

/** One quiz as a form for the page, without any key, and as data for the player, with its keys. */
export function renderQuiz(quiz: Quiz, setting: QuizSetting): RenderedQuiz {
  const { gathering, templates, w, slots } = setting;
  const told = { quiz: { title: quiz.title, pass: quiz.pass ?? '', questions: askedCount(quiz) } };
  const idBase = `quiz-${quiz.id}`;
  const level = setting.kind === 'lesson' ? 3 : 2;
  const immediate = quiz.feedback === 'immediate';
  const questions = quiz.questions.map((question, index) => {
    const place = {
      idBase: `${idBase}-${question.id}`,
      name: `${quiz.id}.${question.id}`,
      immediate,
      confidence: quiz.confidence === true && question.points > 0,
      setting,
    };
    const number = gathering.word('quiz.number', { number: index + 1, total: askedCount(quiz) });
    return renderQuestion(question, number, place);
  });
  const asked = questions.map((question) => question.html).join('\n');
  const html = drawTemplate(templates, 'parts/quiz', {
    w,
    around: setting.around,
    own: languageAttributes(setting.language, setting.pageLanguage),
    slot: { passed: slots.fill('quiz-passed', told), failed: slots.fill('quiz-failed', told) },
    id: quiz.id,
    title: quiz.title,
    ownTitle: setting.ownTitle,
    idBase,
    level,
    feedback: quiz.feedback,
    immediate,
    // Checked one by one, the result belongs after the last question; otherwise before the answers to look back at.
    resultFirst: !immediate,
    facts: quizFacts(quiz, gathering),
    description:
      quiz.description.length > 0 ? toHtml(gathering.render(quiz.description, quiz.file, `${idBase}-about-`, 3)) : '',
    questions: asked,
    // Inert until drawn: what is not asked is in no reader's way, by no key, on no paper.
    drawn: quiz.draw !== undefined || quiz.time !== undefined,
    timed: quiz.time === undefined ? null : timerView(quiz.time, gathering),
  });
  const { id, title, pass, attempts, feedback, weight, shuffle, reveal } = quiz;
  return {
    html,
    questions: asked,
    data: {
      ...{ id, title, page: setting.page, pass, attempts, feedback, weight, shuffle, reveal },
      ...ruleData(quiz),
      questions: questions.map((question) => question.data),
    },
  };
}

interface QuestionPlace {
  readonly idBase: string;
  readonly name: string;
  readonly immediate: boolean;
  /** Whether it asks how sure the learner is. */
  readonly confidence: boolean;
  readonly setting: QuizSetting;
}

function renderQuestion(question: Question, number: string, place: QuestionPlace) {
  const { idBase, setting } = place;
  const { gathering, templates, w } = setting;
  // Each piece of a question gets its own prefix, so that ids made in markdown stay unique in the page.
  let pieces = 0;
  const render = (nodes: readonly RootContent[]): HastRoot =>
    gathering.render(nodes, question.file, `${idBase}-${++pieces}-`, 4);
  const tools: QuestionTools = {
    inline: (nodes) => toHtml(toPhrase(render(nodes))),
    rich: (nodes) => gathering.texts.push(toRichText(render(nodes))) - 1,
    plain: gathering.plain,
    html: (nodes) => toHtml(render(nodes)),
    word: gathering.word,
    language: setting.language,
  };
  const shown = showQuestion(question, tools);
  const [first, ...rest] = question.prompt;
  const context = rest.length > 0 ? toHtml(render(rest)).trim() : '';
  const described = [context && 'context', shown.hint && 'hint', 'error'].filter(Boolean);
  const options = shown.options.map((option, index) => ({
    ...option,
    choiceId: `${idBase}-choice-${index + 1}`,
    // Radio buttons are one control with one name; each checkbox is one of its own.
    name: option.control === 'radio' ? place.name : `${place.name}.${option.value}`,
  }));
  const html = drawTemplate(templates, 'parts/question', {
    w,
    around: setting.around,
    idBase,
    id: question.id,
    type: question.type,
    unscored: question.points === 0,
    number,
    immediate: place.immediate,
    confidence: place.confidence ? { levels: confidenceLevels(place) } : null,
    // Checked one by one, each question is a form of its own, so that Enter checks it.
    tag: place.immediate ? 'form' : 'div',
    prompt: first ? tools.inline([first]) : '',
    context,
    hint: shown.hint,
    askable: question.hint !== undefined,
    describedBy: described.map((name) => `${idBase}-${name}`).join(' '),
    control: drawTemplate(templates, `parts/question-${question.type}`, {
      ...shown.view,
      w,
      idBase,
      name: place.name,
      choices: options,
    }).trimEnd(),
  });
  return { html, data: shown.data };
}

/** From a guess to certain, as the state numbers them. */
const confidenceLevels = ({ setting, name }: QuestionPlace) =>
  ['guess', 'fairly', 'certain'].map((level, index) => ({
    name: `${name}.confidence`,
    level: index + 1,
    text: setting.gathering.word(`quiz.confidence.${level}`),
  }));
