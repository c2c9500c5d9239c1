/** build-scorm as a library: the stages of a build, for scripts and other tools. The command line uses the same. */
export { type Compiled, type CompiledOutput, compile, type Toolbox } from './compile.ts';
export { type CompiledEdition, compileEditions } from './compile-editions.ts';
export type { Course, CoursePage, LessonPage, Question, Quiz, QuizPage } from './course/course.ts';
export { editionsOf } from './course/editions-of.ts';
export { findCourses } from './course/find-courses.ts';
export type { MediaFile, Project } from './course/project.ts';
export { readProject } from './course/read-project.ts';
export { countMessages, formatMessages, messagesAsData } from './diagnostics/format-messages.ts';
export { loadToolbox } from './load-toolbox.ts';
export { writePackage } from './package/write-package.ts';
export type { PackageFile, RenderedCourse } from './pages/rendered-course.ts';
export { targets } from './targets/index.ts';
export type { Target } from './targets/target.ts';
