import type { PackageFile, RenderedCourse } from '../pages/rendered-course.ts';

/** The files a standard wants beside the manifest, by their name at the package's root. */
export type ControlFiles = ReadonlyMap<string, Uint8Array>;

/** One standard a course can be packaged for. A new one is one folder here and one line in `index.ts`. */
export interface Target {
  /** Names the package (`<course>-<version>-<id>.zip`) and the folder of the control files. */
  readonly id: string;
  /** For people: "SCORM 1.2". */
  readonly label: string;
  readonly limits: {
    /** The most characters of learner state every LMS of this standard keeps. */
    readonly stateCharacters: number;
  };
  /** Whether its reports have a place for the texts of questions and answers. */
  readonly reportsTexts: boolean;
  /** The build of the player, without extension, that speaks this standard; it becomes the package's `player.js`. */
  readonly playerScript: string;
  /** Names of the files the standard wants beside the manifest; see `loadControlFiles`. */
  readonly controlFiles: readonly string[];
  /** Reports what this standard cannot hold or show, on the course's files. Never throws. */
  check(rendered: RenderedCourse): void;
  /**
   * All files of the package in the order they are zipped, the manifest first. Pure: the control files are handed in,
   * by name.
   */
  files(rendered: RenderedCourse, control: ControlFiles): readonly PackageFile[];
}
