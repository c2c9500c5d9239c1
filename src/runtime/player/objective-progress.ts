import type { CourseData } from '../../contract/course-data.ts';
import { withRules } from '../../contract/features.ts';
import type { LearnerState } from '../../contract/learner-state.ts';
import { mayObjectiveFall, scoreByObjective } from '../../contract/objectives.ts';
import type { Progress } from '../lms/lms-port.ts';

/** What the LMS is told of the objectives; nothing in a course without them. */
export function objectiveProgress(course: CourseData, state: LearnerState): Pick<Progress, 'objectives'> {
  if (!withRules || course.objectives === undefined) return {};
  return {
    objectives: scoreByObjective(course, state).flatMap(({ id, score, status }) =>
      score === null ? [] : [{ id, score, status, mayFall: mayObjectiveFall(course, id) }],
    ),
  };
}
