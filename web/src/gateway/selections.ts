/** What every page asks of work under way. */
export const JOB = 'id kind subject label step done total state message askedAt endedAt';

/** The answer to a request for work. */
export const ACCEPTED = `__typename ... on JobAccepted { job { ${JOB} } } ... on Refused { code message }`;
