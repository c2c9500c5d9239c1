import * as z from 'zod';

const words = (most: number, description: string) =>
  z.string().trim().min(1).max(most).optional().meta({ description });

const wordsSchema = z.strictObject({
  title: words(80, 'Heading instead of "Certificate".'),
  text: words(300, 'What stands between the name and the course, instead of "has completed the course".'),
  issuer: words(120, 'Who issues it.'),
  signature: words(120, 'Name below the line to sign on.'),
  logo: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'A picture in the course folder.', fix: 'Write `logo: media/logo.svg`' }),
});

/** `certificate:` of `course.yml`. */
export const certificateSchema = z.union([z.boolean(), wordsSchema]).optional().meta({
  description: 'Whether who has finished the course gets a certificate to print, and its words.',
  fix: 'Write `certificate: true`, or keys such as `issuer:` below it',
});

/** What the author words of a certificate. */
export type CertificateWords = z.output<typeof wordsSchema>;
