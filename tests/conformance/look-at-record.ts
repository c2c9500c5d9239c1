import type { Wrong } from './fault-row.ts';
import type { Visit, World } from './learner-session.ts';

/** The name that the simulator gives a learner. */
const usualLearner = { id: 'learner-1', name: 'Doe, Jane' };

/** Answers of quizzes handed in that the LMS has no report of. */
export function notReported(world: World, visit: Visit): Wrong {
  const reported = new Set(world.record().interactions.map(({ id }) => id));
  return visit.course.quizzes.flatMap(({ id }) => {
    const view = visit.session.quiz(id);
    if (view?.phase !== 'submitted') return [];
    return view.questions
      .filter((question) => question.response !== null && !reported.has(`${id}_${question.id}`))
      .map((question) => `${id}/${question.id} is not reported`);
  });
}

/** Who the learner is, where it is not to be kept: in this browser, and in what is written to the LMS. */
export function keptOfLearner(world: World, { id, name } = usualLearner): Wrong {
  const kept = [...world.home.values].flat();
  const written = world.lms.log.flatMap(({ fn, args }) => (fn === 'LMSSetValue' ? args.map(String) : []));
  return [id, name]
    .filter((word) => word !== '' && [...kept, ...written].some((text) => text.includes(word)))
    .map((word) => `${word.slice(0, 40)} is kept`);
}

/** Session times that are longer than the session was, or run back. */
export function timesTold({ lms }: World): Wrong {
  let [launch, began, before] = [0, 0, 0];
  return lms.log.flatMap((call) => {
    if (call.launch !== launch) [launch, began, before] = [call.launch, call.at, 0];
    if (call.fn !== 'LMSSetValue' || call.args[0] !== 'cmi.core.session_time') return [];
    const [hours = 0, minutes = 0, seconds = 0] = String(call.args[1]).split(':').map(Number);
    const told = (hours * 60 + minutes) * 60_000 + Math.round(seconds * 1_000);
    const isWrong = !(told >= before && told <= call.at - began + 30_000);
    before = told;
    return isWrong ? [`${call.args[1]} after ${call.at - began} ms`] : [];
  });
}
