import { learnerName } from './learner-name.ts';
import { type ShowOutcome, setPart, setText } from './outcome-tools.ts';

/** The certificate, once it is earned and where someone can say to whom. */
export const showCertificate: ShowOutcome = (
  { mode, earned, earnedOn, score, pass, learner },
  { word, percent, part },
) => {
  const isThere = earned && mode !== 'untracked';
  part('earned')?.toggleAttribute('hidden', !isThere);
  part('closed')?.toggleAttribute('hidden', isThere);
  setText(part('closed-text'), word(`certificate.${mode === 'untracked' ? 'untracked' : 'openText'}`));
  if (!isThere) return;
  const { lang } = document.documentElement;
  const name = learnerName(learner, lang);
  setText(part('name'), name);
  part('no-name')?.toggleAttribute('hidden', name !== '');
  setPart(
    part('certificate-score'),
    score === null || pass === null ? '' : word('certificate.score', { score: percent(score) }),
  );
  // Who finished before the course had a certificate has no day of it.
  const day = earnedOn === null ? new Date() : new Date(earnedOn * 86_400_000);
  const timeZone = earnedOn === null ? undefined : 'UTC';
  setText(part('date'), new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone }).format(day));
};
