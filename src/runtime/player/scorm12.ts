import type { CourseData } from '../../contract/course-data.ts';
import { scorm12 } from '../lms/scorm12.ts';
import { startPlayer } from './start-player.ts';

declare global {
  /** Set by the first line of `player.js`. */
  var buildScormCourse: CourseData;
}

const port = scorm12({ window, after: (milliseconds, run) => void setTimeout(run, milliseconds) });
// In a task of its own: on a slow phone reading the script is one already.
setTimeout(() => startPlayer(port, globalThis.buildScormCourse));
