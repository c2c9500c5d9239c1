import type { CourseData } from '../../contract/course-data.ts';
import { scorm12 } from '../lms/scorm12.ts';
import { startPlayer } from './start-player.ts';

declare global {
  /** Set by the first line of `player.js`. */
  var buildScormCourse: CourseData;
}

const port = scorm12({ window, after: (milliseconds, run) => void setTimeout(run, milliseconds) });
startPlayer(port, globalThis.buildScormCourse);
