import type { Position } from 'unist';
import type { ThemeConfig } from '../../config/theme-schema.ts';
import type { Course } from '../../course/course.ts';
import type { MediaFile, Project } from '../../course/project.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { report } from '../../diagnostics/report.ts';
import type { RuleId } from '../../diagnostics/rules.ts';
import { linkTarget } from '../../markdown/link-target.ts';

/** What the parts of a theme are made from. */
export interface ThemeSetting {
  readonly theme: ThemeConfig;
  readonly project: Project;
  /** Reports a mistake at a key of `theme:`. */
  readonly note: (rule: RuleId, path: readonly PropertyKey[], reason: string, fix: string) => void;
  /** The file at a path of the course folder; if there is none, that is a message at the key. */
  readonly file: (written: string, path: readonly PropertyKey[]) => MediaFile | null;
}

export function themeSetting(course: Course, theme: ThemeConfig, project: Project): ThemeSetting {
  const at = (path: readonly PropertyKey[]): Position => course.at(['theme', ...path]);
  const note: ThemeSetting['note'] = (rule, path, reason, fix) =>
    void report(course.file, rule, { reason, fix, at: at(path) });
  return {
    theme,
    project,
    note,
    file: (written, path) => {
      const target = linkTarget(written, '');
      const inner = target.kind === 'path' ? target.path : null;
      const found = inner === null ? undefined : project.media.get(inner);
      if (found !== undefined) return found;
      if (target.kind === 'web') {
        const fix = 'Save it in the course folder, if its licence allows it, and write its path';
        note('media-remote', path, `\`${written}\` lies outside the course`, fix);
        return null;
      }
      const meant = didYouMean(inner ?? written, project.media.keys());
      const fix = meant === null ? 'Put the file there, or correct the path' : `Did you mean \`${meant}\`?`;
      note('media-missing', path, `\`${written}\` is not in the course folder`, fix);
      return null;
    },
  };
}
