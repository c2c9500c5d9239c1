import type { PackageFile } from '../../pages/rendered-course.ts';
import { checkStateSize } from '../check-state-size.ts';
import { comparePaths } from '../compare-paths.ts';
import type { Target } from '../target.ts';
import { checkScorm12 } from './check-scorm12.ts';
import { manifest } from './manifest.ts';

/** cmi.suspend_data is CMIString4096 (SCORM 1.2 RTE 3.4.4); Moodle, Rustici and ILIAS cut or refuse what is longer. */
const stateCharacters = 4096;

/** SCORM 1.2, one SCO: what nearly every LMS plays. */
export const scorm12 = {
  id: 'scorm12',
  label: 'SCORM 1.2',
  limits: { stateCharacters },
  reportsTexts: false,
  playerScript: 'player-scorm12',
  controlFiles: ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd'],
  check(rendered): void {
    checkScorm12(rendered.course);
    checkStateSize(rendered, stateCharacters);
  },
  files(rendered, control): readonly PackageFile[] {
    const course = rendered.files.toSorted((a, b) => comparePaths(a.path, b.path));
    const schemas = [...control].map(([path, bytes]) => ({ path, bytes }));
    const text = manifest(
      rendered.course,
      course.map((file) => file.path),
    );
    return [{ path: 'imsmanifest.xml', text }, ...schemas.toSorted((a, b) => comparePaths(a.path, b.path)), ...course];
  },
} as const satisfies Target;
