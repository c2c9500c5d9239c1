import * as z from 'zod';

const form = /^(?:always|after (?:previous|[a-z0-9][a-z0-9_-]*)|when [a-z0-9][a-z0-9_-]* passed)$/;

/** `opens:` of a lesson or a quiz file. */
export const opensSchema = z
  .string()
  .regex(form, 'not one of `always`, `after previous`, `after <page>`, `when <quiz> passed`')
  .optional()
  .meta({
    description: 'When the page opens: `always`, `after previous`, `after <page id>` or `when <quiz id> passed`.',
    fix: 'Write `opens: after previous`, `opens: after <id of a page>` or `opens: when <id of a quiz> passed`',
  });
