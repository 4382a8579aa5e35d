export const id = 87;
export const ids = [87];
export const modules = {

/***/ 2087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/judging/world-evidence.js
var world_evidence = __webpack_require__(6157);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var judging_verdict = __webpack_require__(9534);
;// CONCATENATED MODULE: ./lib/domain/rollout/weigh.js

/** Name of the evidence that the score is: no objective has a space in its name. */
const SCORE = 'score of objectives';
/**
 * The verdict over one look: the worst of what binds, where an objective that only notifies binds nothing, and where
 * there is a score those that are not critical bind by their weight together.
 */
function weigh(evidence, weighing) {
    const those = (part) => evidence.filter((e) => partOf(e, weighing) === part);
    const [binding, scored, told] = [those('binding'), those('scored'), those('told')];
    const score = scored.length === 0 ? [] : [scoreOf(scored, weighing)];
    const pieces = [...binding, ...score];
    const nothing = told.length > 0 && pieces.length === 0;
    const { verdict, reason } = nothing ? NOTHING_BINDS : (0,judging_verdict/* overall */.Me)(pieces);
    return {
        verdict,
        reason: [reason, ...told.filter(({ verdict: v }) => v === 'fail').map(toldText)].join('; '),
        evidence: [...evidence, ...score],
    };
}
const NOTHING_BINDS = { verdict: 'pass', reason: 'nothing may hold it' };
function toldText({ name, answer, limit }) {
    return `told, and goes on: ${name}: ${answer}, wanted ${limit}`;
}
function partOf({ name }, { objectives, score }) {
    const objective = objectives.find((o) => o.name === name);
    if (objective?.onBreach === 'notify')
        return 'told';
    return objective === undefined || score === undefined || objective.critical ? 'binding' : 'scored';
}
/** What is not known may still pass or fail: only what is certain either way decides. */
function scoreOf(scored, { objectives, score = 100 }) {
    const weightOf = ({ name }) => objectives.find((o) => o.name === name)?.weight ?? 1;
    const sum = (kinds) => scored.reduce((all, e) => all + (kinds.includes(e.verdict) ? weightOf(e) : 0), 0);
    const all = sum(['pass', 'fail', 'inconclusive']);
    const least = (100 * sum(['pass'])) / all;
    const most = (100 * sum(['pass', 'inconclusive'])) / all;
    const verdict = least >= score ? 'pass' : most < score ? 'fail' : 'inconclusive';
    const bad = scored.filter((e) => e.verdict !== 'pass').map((e) => `${e.name} ${e.answer}`);
    return {
        name: SCORE,
        verdict,
        question: scored.map((e) => `${e.name} × ${weightOf(e)}`).join(' + '),
        answer: [`${Number(least.toFixed(2))} of 100`, ...bad].join(', '),
        limit: `at least ${score}`,
    };
}
/** The pieces of evidence that count against a release: those that bind and fail. */
function breached(evidence, weighing) {
    const isScoreBad = evidence.some((e) => e.name === SCORE && e.verdict === 'fail');
    const counts = { binding: true, scored: isScoreBad, told: false };
    return evidence.filter((e) => e.verdict === 'fail' && e.name !== SCORE && counts[partOf(e, weighing)]);
}
/** The pieces of evidence whose objective only notifies, and which are beyond their limit. */
function toBeTold(evidence, weighing) {
    return evidence.filter((e) => e.verdict === 'fail' && partOf(e, weighing) === 'told');
}

;// CONCATENATED MODULE: ./lib/domain/statistics/sequential-rates.js
/**
 * ln of the evidence, after all looks so far, that the first group's rate of events is more than `allowed` times the
 * second's. While it is not, the evidence exceeds 1/alpha at *any* look with probability alpha at most, whatever the common
 * rate does from look to look (a shared incident, the night) and however rare events are: given the events of both groups
 * in a look, the first group's share of them no longer depends on the rate, and each suspected multiple is a likelihood
 * ratio of binomials. Their mean is a mixture SPRT (H. Robbins, "Statistical methods related to the law of the iterated
 * logarithm", Annals of Mathematical Statistics 41, 1970), and by Ville's inequality a test at every look.
 *
 * Exact for Poisson counts. For hits among trials the events fall as in a hypergeometric, which lies closer together, so
 * the evidence is smaller than it may be, never greater (W. Hoeffding, "Probability inequalities for sums of bounded random
 * variables", JASA 58, 1963, theorem 4). For the other direction swap the groups. 0 without an event.
 */
function sequentialRates(looks, question) {
    const { allowed, suspected } = question;
    const evidence = suspected.map((multiple) => looks.reduce((log, look) => log + logRatio(look, multiple, allowed), 0));
    return logMean(evidence);
}
/** ln of the likelihood ratio of two multiples, given the events of both groups. */
function logRatio({ first, second }, multiple, allowed) {
    const events = first.events + second.events;
    if (events === 0)
        return 0;
    const share = first.exposure / (first.exposure + second.exposure);
    // Of the first group's share of events under either multiple only the quotient counts.
    const common = Math.log1p(share * (multiple - 1)) - Math.log1p(share * (allowed - 1));
    return first.events * Math.log(multiple / allowed) - events * common;
}
function logMean(logs) {
    const highest = Math.max(...logs);
    if (!Number.isFinite(highest))
        return highest;
    const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
    return highest + Math.log(total / logs.length);
}

// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var judging_objective = __webpack_require__(4356);
;// CONCATENATED MODULE: ./lib/domain/judging/against-baseline.js


/** A false stop has this probability at most, over all looks at one stage. */
const ALPHA = 0.01;
/** How many times worse than allowed a bad version may be: tried equally. */
const SUSPECTED = [1.5, 2, 4, 8, 32];
/** Whether a value is a share of the samples, so that what lies behind it can be counted. */
function isCounted({ unit, query }) {
    return unit === 'ratio' && query === null;
}
/** The last value that is not worse than the baseline by more than the bound; NaN where the baseline has none. */
function allowedBeside(objective, { baseline }) {
    const value = baseline?.value ?? Number.NaN;
    // Of a value below zero the same share is allowed, in the same direction.
    const room = objective.limit * Math.abs(value);
    return (0,judging_objective/* isUpperLimit */.kA)(objective) ? value + room : value - room;
}
/**
 * Not worse than the baseline by more than the bound. A share of requests is worse when the evidence for it reaches
 * 100 to 1, however often it is looked at; of any other value only the two numbers are known.
 */
function againstBaseline(objective, seen) {
    if (isCounted(objective))
        return evidenceAgainst(objective, seen) < 1 / ALPHA ? 'pass' : 'fail';
    const { value } = seen;
    return (0,judging_objective/* isWithin */.UO)(value, objective.direction, allowedBeside(objective, seen)) ? 'pass' : 'fail';
}
/**
 * How many times likelier what was counted is where the new version is worse than allowed. Over windows that grow from one
 * start, with the traffic split as it is, this is the evidence of all looks so far.
 */
function evidenceAgainst(objective, seen) {
    const mine = rateOf(seen);
    const theirs = rateOf(seen.baseline ?? { samples: 0 });
    if (mine.exposure === 0 || theirs.exposure === 0)
        return 1;
    const isWorseAbove = (0,judging_objective/* isUpperLimit */.kA)(objective);
    const [first, second] = isWorseAbove ? [mine, theirs] : [theirs, mine];
    const allowed = isWorseAbove ? 1 + objective.limit : 1 / (1 - objective.limit);
    // A share may fall by all that it is: nothing is worse than that.
    if (!Number.isFinite(allowed))
        return 0;
    const suspected = SUSPECTED.map((times) => times * allowed);
    return Math.exp(sequentialRates([{ first, second }], { allowed, suspected }));
}
const rateOf = ({ value = 0, samples, }) => ({
    events: Math.round(value * samples),
    exposure: samples,
});

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
;// CONCATENATED MODULE: ./lib/domain/judging/doubt.js


/** A share that two sums of the same series give may lie so far beyond 1. */
const ROUNDING = 1e-6;
/** The policies for what is no proper value, in their order; undefined where there is nothing to doubt. */
function doubtOf(objective, seen) {
    return (otherUnit(objective, seen) ??
        tooFew(objective, seen) ??
        noNumber(objective, seen) ??
        noShare(objective, seen) ??
        stale(objective, seen) ??
        partial(objective, seen) ??
        noBaseline(objective, seen) ??
        unsure(objective, seen));
}
function otherUnit({ unit }, seen) {
    if (seen.unit === undefined || seen.unit === unit)
        return undefined;
    return {
        text: `, in ${seen.unit} where ${unit} is meant`,
        remedy: `an answer in ${unit}`,
    };
}
function tooFew({ minSamples, must }, { samples }) {
    if (samples >= minSamples || must === 'grow')
        return undefined;
    const missing = Number.isFinite(samples) ? minSamples - samples : minSamples;
    return {
        text: ` from ${samples} of ${minSamples} samples`,
        remedy: missing === 1 ? '1 more sample' : `${missing} more samples`,
    };
}
/** An endless value is beyond every limit, but neither growth nor comparable with another one. */
function noNumber({ must, versus }, { value }) {
    const isLimit = must === undefined && versus === undefined;
    if (Number.isFinite(value) || (isLimit && !Number.isNaN(value)))
        return undefined;
    return { text: '', remedy: 'a value that is a number' };
}
/** What lies outside of 0..1 may be percent, or no ratio at all. */
function noShare({ unit }, { value }) {
    if (unit === 'count' || !Number.isFinite(value))
        return undefined;
    if (value >= 0 && (unit === 'milliseconds' || value <= 1 + ROUNDING))
        return undefined;
    return unit === 'ratio'
        ? { text: ', outside of 0 % to 100 %', remedy: 'a ratio from 0 to 1, not percent' }
        : { text: ', less than no time', remedy: 'milliseconds from 0 on' };
}
function stale({ maxAge }, { age }) {
    if (maxAge === undefined || (age !== undefined && age <= maxAge))
        return undefined;
    const remedy = `a sample of the last ${(0,duration/* formatDuration */.a3)(maxAge)}`;
    if (age === undefined)
        return { text: ', and the source does not say how old it is', remedy };
    return { text: `, newest sample ${(0,duration/* formatDuration */.a3)(age)} old`, remedy };
}
/** Only a window of its own has to be whole: that of a stage begins with it. */
function partial({ window }, { covered }) {
    if (window === undefined || covered === undefined || covered >= window)
        return undefined;
    return {
        text: `, over ${(0,duration/* formatDuration */.a3)(covered)} of ${(0,duration/* formatDuration */.a3)(window)}`,
        remedy: `a source that remembers ${(0,duration/* formatDuration */.a3)(window)}`,
    };
}
function noBaseline(objective, { baseline }) {
    if (objective.versus === undefined)
        return undefined;
    const { minSamples, unit } = objective;
    const { value, samples } = baseline ?? { samples: 0 };
    const remedy = `a baseline with ${minSamples} samples`;
    if (samples < minSamples)
        return { text: `, baseline with ${samples} of ${minSamples} samples`, remedy };
    if (value !== undefined && Number.isFinite(value))
        return undefined;
    return { text: `, baseline with ${(0,judging_objective/* formatValue */.Fl)(Number.NaN, unit)}`, remedy };
}
/**
 * The value keeps its limit, and the samples leave open whether the true one does. A value beyond the limit is never unsure: that is what was seen.
 */
function unsure(objective, { value, interval }) {
    if (interval === undefined || objective.must !== undefined || objective.versus !== undefined)
        return undefined;
    const { direction, limit } = objective;
    const mayBreak = (0,judging_objective/* isWithin */.UO)(value, direction, limit) && !(0,judging_objective/* isWithin */.UO)((0,judging_objective/* worstIn */.BP)(interval, objective), direction, limit);
    return mayBreak ? { text: '', remedy: 'more samples' } : undefined;
}

// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/domain/statistics/wilson.js + 2 modules
var wilson = __webpack_require__(6934);
;// CONCATENATED MODULE: ./lib/domain/judging/explain.js




/** How sure an interval is. */
const CONFIDENCE = 0.95;
const WORDS = {
    'at-most': 'at most',
    'at-least': 'at least',
    below: 'below',
    above: 'above',
};
/** The limit of an objective for people; with the baseline's value where it was seen. */
function limitText(objective, seen) {
    const { must, versus, direction, limit, unit } = objective;
    if (must === 'grow')
        return 'growth';
    if (versus === undefined)
        return `${WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(limit, unit)}`;
    const side = (0,judging_objective/* isUpperLimit */.kA)(objective) ? '+' : '-';
    const bound = `the baseline ${side} ${(0,ratio/* formatRatio */.B0)(limit)}`;
    const allowed = seen === undefined ? Number.NaN : allowedBeside(objective, seen);
    if (!Number.isFinite(allowed))
        return `${WORDS[direction]} ${bound}`;
    return `${WORDS[direction]} ${(0,judging_objective/* formatValue */.Fl)(allowed, unit)}, ${bound}`;
}
/** What the source is sure of, for people; empty where it does not say. */
function sureText(objective, { interval }) {
    if (interval === undefined)
        return '';
    const word = (0,judging_objective/* isUpperLimit */.kA)(objective) ? 'at most' : 'at least';
    return `, surely ${word} ${(0,judging_objective/* formatValue */.Fl)((0,judging_objective/* worstIn */.BP)(interval, objective), objective.unit)}`;
}
/** Where the true value lies: as the source says, else with 95 % by Wilson; undefined where nothing was counted. */
function intervalOf(objective, { value, samples, interval }) {
    if (interval !== undefined)
        return interval;
    const isShare = value >= 0 && value <= 1 && samples > 0 && Number.isFinite(samples);
    if (!isCounted(objective) || !isShare)
        return undefined;
    const { lower, upper } = (0,wilson/* wilsonInterval */.Y)({ hits: value * samples, trials: samples }, CONFIDENCE);
    return { lower, upper: Math.min(1, upper) };
}
/** What would change the verdict, for people; undefined where that is nobody's to say. */
function hintOf(objective, seen, doubt, found) {
    if (doubt !== undefined)
        return `decides with ${doubt.remedy}`;
    if (objective.must === 'grow')
        return found === 'pass' ? 'fails without growth' : 'passes as soon as it grows';
    if (found === 'inconclusive')
        return undefined;
    const verb = found === 'pass' ? 'fails' : 'passes';
    if (objective.versus !== undefined && isCounted(objective))
        return `${verb} where the evidence that it is worse ${found === 'pass' ? 'reaches' : 'is below'} 100 to 1, now ${ratioText(evidenceAgainst(objective, seen))}`;
    return `${verb} ${turningPoint(objective, seen, found)}`;
}
/** How a bound is spoken of where crossing it turns a pass or a failure into the other one. */
const TURNS = {
    'at-most': { pass: 'above', fail: 'up to' },
    'at-least': { pass: 'below', fail: 'from' },
    below: { pass: 'from', fail: 'below' },
    above: { pass: 'down to', fail: 'above' },
};
function turningPoint(objective, seen, found) {
    const { direction, limit, unit, versus } = objective;
    const bound = versus === undefined ? limit : allowedBeside(objective, seen);
    const text = `${TURNS[direction][found]} ${(0,judging_objective/* formatValue */.Fl)(bound, unit)}`;
    if (!isCounted(objective) || !Number.isFinite(seen.value))
        return text;
    return `${text}; ${Math.round(seen.value * seen.samples)} of ${seen.samples} were counted`;
}
function ratioText(evidence) {
    return evidence >= 1000 ? 'more than 1000 to 1' : `${Number(evidence.toPrecision(2))} to 1`;
}

;// CONCATENATED MODULE: ./lib/domain/judging/judge-objective.js




/**
 * Hold one look against its objective. A value beyond the limit fails as soon as there are enough samples, or enough
 * looks in a row; what raises a doubt decides nothing.
 */
function judgeObjective(objective, seen) {
    const { value, samples, question, ...facts } = seen;
    const doubt = doubtOf(objective, seen);
    const found = doubt === undefined ? against(objective, seen) : 'inconclusive';
    const streak = found === 'fail' ? streakOf(objective, seen) : undefined;
    const hint = hintOf(objective, seen, doubt, found);
    const interval = intervalOf(objective, seen);
    return {
        name: objective.name,
        verdict: streak === undefined ? found : 'inconclusive',
        question,
        answer: `${(0,judging_objective/* formatValue */.Fl)(value, objective.unit)}${sureText(objective, seen)}${doubt?.text ?? streak ?? ''}`,
        limit: limitText(objective, seen),
        samples,
        // JSON has no other number.
        ...(Number.isFinite(value) ? { value } : {}),
        ...(Object.keys(facts).length === 0 ? {} : { look: facts }),
        ...(interval === undefined ? {} : { interval }),
        ...(hint === undefined ? {} : { hint }),
    };
}
/** What is said of a breach that has not lasted yet; undefined where it has. */
function streakOf({ consecutive = 1 }, { breaches = 1 }) {
    return breaches < consecutive ? `, breach ${breaches} of ${consecutive} in a row` : undefined;
}
function against(objective, seen) {
    const { direction, limit, must, versus } = objective;
    if (must === 'grow')
        return seen.value > 0 ? 'pass' : seen.early ? 'inconclusive' : 'fail';
    if (versus === 'baseline')
        return againstBaseline(objective, seen);
    const within = (0,judging_objective/* isWithin */.UO)(seen.value, direction, limit);
    // Beyond every limit is a failure; an infinite value within one was never measured.
    if (within && !Number.isFinite(seen.value))
        return 'inconclusive';
    return within ? 'pass' : 'fail';
}

;// CONCATENATED MODULE: ./lib/app/observe.js


/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
async function observe(objectives, look, metrics) {
    const evidence = [];
    // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
    for (const objective of objectives)
        evidence.push(await judged(objective, look, metrics));
    return evidence;
}
async function judged(objective, look, metrics) {
    try {
        const seen = await seenBy(objective, look, look.to, metrics);
        if (objective.consecutive === undefined)
            return judgeObjective(objective, seen);
        const breaches = await breachesInARow(objective, seen, look, metrics);
        return judgeObjective(objective, breaches === 0 ? seen : { ...seen, breaches });
    }
    catch (error) {
        return unread(objective, look, (0,domain_failure/* lineOf */.cA)(error));
    }
}
/**
 * How many looks in a row breach, this one included. The looks before it are looked at again, over what they saw then,
 * so that it does not matter which run has taken them.
 */
async function breachesInARow(objective, seen, look, metrics) {
    const wanted = objective.consecutive ?? 1;
    const fails = (one) => judgeObjective({ ...objective, consecutive: undefined }, one).verdict === 'fail';
    if (!fails(seen))
        return 0;
    for (let breaches = 1; breaches < wanted; breaches++) {
        const to = new Date(look.to.getTime() - breaches * look.step);
        const isOver = objective.window === undefined && to <= look.from;
        if (isOver || !fails(await seenBy(objective, look, to, metrics)))
            return breaches;
    }
    return wanted;
}
/** What the source has of an objective at a time. @throws Failure */
async function seenBy(objective, look, to, metrics) {
    const window = windowUntil(to, objective, look);
    const { value, samples, question, ...reading } = await metrics.read(boundless(objective), window);
    const length = Math.max(0, to.getTime() - window.from.getTime());
    const isEarly = objective.must === 'grow' && to.getTime() - look.from.getTime() < wholeOf(look);
    const facts = {
        window: length,
        ...ageOf(reading, to),
        ...coverOf(reading, window),
        ...(reading.unit === undefined ? {} : { unit: reading.unit }),
        ...(reading.interval === undefined ? {} : { interval: reading.interval }),
        ...(isEarly ? { early: true } : {}),
        ...(await baselineOf(objective, look, window, metrics)),
    };
    return { value, samples, question, ...facts };
}
const wholeOf = ({ length = 0 }) => length;
function windowUntil(to, { window }, look) {
    const { version, from, releasedAt } = look;
    return {
        ...{ version, to, releasedAt },
        from: window === undefined ? from : new Date(to.getTime() - window),
    };
}
/** A value of which only a bound is known is compared with no other one. */
function boundless(objective) {
    if (objective.versus === undefined)
        return objective;
    return { ...objective, limit: Number.POSITIVE_INFINITY };
}
function ageOf({ at }, to) {
    return at === undefined || !Number.isFinite(at) ? {} : { age: Math.max(0, to.getTime() - at) };
}
function coverOf({ since }, { from, to }) {
    if (since === undefined || !Number.isFinite(since))
        return {};
    const begin = Math.max(since, from.getTime());
    return { covered: Math.max(0, to.getTime() - begin) };
}
/** The same window of the baseline; one as long before the stage where it serves nobody in it. */
async function baselineOf(objective, { baseline, isAlone = false, from: begun }, { from, to }, metrics) {
    if (objective.versus === undefined || baseline === undefined)
        return {};
    const before = new Date(begun.getTime() - (to.getTime() - from.getTime()));
    const window = isAlone ? { from: before, to: begun } : { from, to };
    const { value, samples } = await metrics.read(boundless(objective), {
        ...window,
        version: baseline,
    });
    return { baseline: Number.isFinite(value) ? { value, samples } : { samples } };
}
/** The evidence of an objective that could not be read. */
function unread(objective, window, why) {
    const question = objective.query ?? `${objective.metric} of ${window.version}`;
    const nothing = judgeObjective(objective, { value: Number.NaN, samples: 0, question });
    const hint = 'decides with an answer of its source';
    return { ...nothing, verdict: 'inconclusive', answer: why, hint };
}

;// CONCATENATED MODULE: ./lib/app/observability-gate.js




/**
 * Ask what the plan names: the Sentry release of the new version, and the objectives of the version that is measured.
 * Only providers that are named are asked; one that cannot be asked is inconclusive.
 */
async function observabilityGate(plan, ports) {
    if (!plan.enforced)
        return unasked(`not enforced for ${plan.channel}`);
    if (plan.objectives.length === 0 && plan.sentry === undefined)
        return unasked('nothing declared: objectives are none and Sentry is not configured');
    const release = plan.sentry === undefined ? [] : [await releaseExists(plan.sentry, ports.sentry)];
    const { evidence, measured } = await measure(plan, ports);
    return { verdict: weigh([...release, ...evidence], plan), measured };
}
/** A gate that nobody asked for is open, and says why. */
function unasked(reason) {
    return { verdict: { verdict: 'pass', reason, evidence: [] }, measured: '' };
}
async function measure(plan, { clock, metrics, serving }) {
    if (plan.objectives.length === 0)
        return { evidence: [], measured: '' };
    const to = clock.now();
    const window = { from: new Date(to.getTime() - plan.windowMs), to };
    try {
        const version = plan.measured ?? (await serving());
        const baseline = await baselineBeside(version, plan, serving);
        const look = { ...window, version, step: plan.stepMs, baseline };
        const evidence = await observe(plan.objectives, look, metrics);
        return { evidence, measured: version };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        const why = (0,domain_failure/* failureLine */.Pu)(error);
        const nobody = { ...window, version: 'the version that serves' };
        return { evidence: plan.objectives.map((o) => unread(o, nobody, why)), measured: '' };
    }
}
/** What the new version is held against; undefined where it is the only one: nothing is better than itself. */
async function baselineBeside(version, { objectives, baseline }, serving) {
    if (objectives.every(({ versus }) => versus === undefined))
        return undefined;
    const other = baseline ?? (await serving());
    return other === version ? undefined : other;
}
async function releaseExists(question, sentry) {
    const { organization = '', project = '', release } = question;
    const base = {
        name: world_evidence/* SENTRY_RELEASE */.mi,
        question: `release ${release} of ${organization || 'nobody'}`,
        limit: project === '' ? 'exists' : `exists in ${project}`,
    };
    const missing = missingParts(question, sentry);
    if (sentry === undefined || missing.length > 0)
        return { ...base, verdict: 'inconclusive', answer: missing.join('; ') };
    try {
        const found = await sentry.release(organization, release);
        if (found === undefined)
            return { ...base, verdict: 'fail', answer: 'does not exist' };
        return { ...base, ...observability_gate_judged(found, project, question.finalized) };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return { ...base, verdict: 'inconclusive', answer: (0,domain_failure/* failureLine */.Pu)(error) };
    }
}
const FINALISE = 'finalise it, or set sentry.finalized to false';
/** An archived release, or one that nobody has finished, is there and says nothing yet. */
function observability_gate_judged({ projects, isArchived, isFinalized }, project, finalized) {
    if (!projects.includes(project))
        return { verdict: 'fail', answer: `exists, but not in ${project}` };
    if (isArchived)
        return { verdict: 'inconclusive', answer: 'exists, but is archived' };
    if (finalized && !isFinalized)
        return { verdict: 'inconclusive', answer: `exists, but is not finalised: ${FINALISE}` };
    return { verdict: 'pass', answer: 'exists' };
}
/** What keeps Sentry from being asked. */
function missingParts(question, sentry) {
    return [
        ...(question.organization === undefined ? [unnamed('organization', 'SENTRY_ORG')] : []),
        ...(question.project === undefined ? [unnamed('project', 'SENTRY_PROJECT')] : []),
        ...(sentry === undefined ? ['the secret SENTRY_AUTH_TOKEN is empty'] : []),
    ];
}
function unnamed(key, secret) {
    return `sentry.${key} is not in the config, and the secret or variable ${secret} is empty`;
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(6602);
;// CONCATENATED MODULE: ./lib/domain/report/chart.js

/** Mermaid's own first colour is nearly that of the page; the second one is that of the mark. */
const COLOURS = '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f6feb, #8b949e"}}}}%%';
/** With longer names beside the bars Mermaid leaves out all of them. */
const LONGEST_NAME = 32;
/** A bar chart as GitHub draws it. A line would not do: with one value it has no length. */
function barChart({ title, names, values, unit, top, sideways, mark }) {
    const lines = [
        COLOURS,
        `xychart-beta${sideways === true ? ' horizontal' : ''}`,
        `  title "${title}"`,
        `  x-axis [${names.map((name, i) => `"${shortened(name, i)}"`).join(', ')}]`,
        `  y-axis "${unit}" 0 --> ${top}`,
        `  bar [${values.join(', ')}]`,
        ...(mark === undefined ? [] : [`  line [${values.map(() => mark).join(', ')}]`]),
    ];
    return (0,markdown/* fenced */.OF)(lines.join('\n'), 'mermaid');
}
/** Names stay different: Mermaid draws two bars of one name on top of each other. */
const shortened = (name, index) => name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 6)}… (${index + 1})`;

// EXTERNAL MODULE: ./lib/domain/report/verdict.js
var verdict = __webpack_require__(2178);
;// CONCATENATED MODULE: ./lib/domain/observability/objective-blocks.js






/** What was seen of each objective: pictures against the limits, and a table with all that a verdict rests on. */
function objectiveBlocks(objectives, evidence) {
    const judged = objectives.flatMap((objective) => {
        const found = evidence.find(({ name }) => name === objective.name);
        return found === undefined ? [] : [{ objective, evidence: found }];
    });
    if (judged.length === 0)
        return [];
    const isUpper = ({ objective }) => (0,judging_objective/* isUpperLimit */.kA)(objective);
    return [
        ...picture('At most 100 percent of its limit is good', judged.filter(isUpper)),
        ...picture('At least 100 percent of its limit is good', judged.filter((one) => !isUpper(one))),
        rows(judged),
    ];
}
function rows(judged) {
    const header = [
        ...['Objective', '', 'Value', '95 % interval', 'Limit', 'Baseline', 'Samples', 'Window'],
        'What would change it',
    ];
    return (0,markdown/* table */.tp)(header, judged.map(({ objective, evidence }) => [
        objective.name,
        (0,markdown/* raw */.lS)((0,verdict/* verdictMark */.v)(evidence.verdict)),
        evidence.answer,
        intervalText(objective, evidence),
        evidence.limit,
        baselineText(objective, evidence),
        String(evidence.samples ?? ''),
        evidence.look?.window === undefined ? '' : (0,duration/* formatDuration */.a3)(evidence.look.window),
        evidence.hint ?? '',
    ]));
}
function intervalText({ unit }, { interval }) {
    if (interval === undefined)
        return '';
    return `${(0,judging_objective/* formatValue */.Fl)(interval.lower, unit)} to ${(0,judging_objective/* formatValue */.Fl)(interval.upper, unit)}`;
}
function baselineText({ unit }, { look }) {
    if (look?.baseline === undefined)
        return '';
    const { value = Number.NaN, samples } = look.baseline;
    return `${(0,judging_objective/* formatValue */.Fl)(value, unit)} from ${samples} samples`;
}
/** Values and baselines in percent of what is allowed; nothing where that is no number, or 0. */
function picture(title, judged) {
    const bars = judged.flatMap(barsOf);
    if (bars.length === 0)
        return [];
    const values = bars.map(({ value }) => value);
    const chart = {
        ...{ title, names: bars.map(({ name }) => name), values, unit: 'percent of the limit' },
        ...{ top: Math.max(120, Math.ceil(Math.max(...values) / 10) * 10), sideways: true, mark: 100 },
    };
    return [barChart(chart)];
}
/** A bar that is longer says no more, and would hide all the others. */
const LONGEST = 300;
function barsOf({ objective, evidence }) {
    const { value, look } = evidence;
    if (value === undefined || objective.must === 'grow')
        return [];
    const { baseline } = look ?? {};
    const allowed = objective.versus === undefined
        ? objective.limit
        : allowedBeside(objective, { value, samples: 0, question: '', ...look });
    if (!(allowed > 0) || value < 0)
        return [];
    const share = (of) => Math.min(LONGEST, Number(((100 * of) / allowed).toFixed(1)));
    const other = baseline?.value;
    return [
        { name: objective.name, value: share(value) },
        ...(other === undefined ? [] : [{ name: `${objective.name} baseline`, value: share(other) }]),
    ];
}

;// CONCATENATED MODULE: ./lib/domain/observability/blocks.js



/** The blocks of an observability gate's summary: a missing objective first, then what was asked and what was overridden. */
function gateBlocks(plan, measured, evidence, { overridden, unused }) {
    const none = plan.objectives.length === 0 ? ['**Objectives: none.**'] : [];
    const facts = (0,markdown/* table */.tp)(['Release', 'Channel', 'Enforced', 'Measured', 'Window'], [
        [
            plan.version,
            plan.channel,
            plan.enforced ? 'yes' : 'no',
            measured === '' ? 'nothing' : measured,
            (0,duration/* formatDuration */.a3)(plan.windowMs),
        ],
    ]);
    return [
        ...none,
        facts,
        ...objectiveBlocks(plan.objectives, evidence),
        ...listed('Not asked of the version that serves, which has no baseline', plan.skipped),
        ...listed('Set by input instead of the config', overridden),
        ...listed('Not used, because the config says it or does not name the provider', unused),
    ];
}
function listed(what, names) {
    return names.length === 0 ? [] : [`${what}: ${names.map((name) => `\`${name}\``).join(', ')}.`];
}

// EXTERNAL MODULE: ./lib/domain/config/objective.js + 1 modules
var objective = __webpack_require__(4436);
// EXTERNAL MODULE: ./lib/domain/release/scheme.js
var release_scheme = __webpack_require__(3291);
;// CONCATENATED MODULE: ./lib/domain/release/key.js


/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
function releaseKey(input, text, config) {
    const scheme = (0,release_scheme/* schemeOf */.wW)(config);
    const parsed = scheme.read(text);
    if (parsed === undefined)
        throw new domain_failure/* Failure */.HR('bad-input', `input ${input}: must be ${scheme.examples}`);
    return { product: config.product, ...parsed };
}
/** The part of it that names a chain. */
function chainOf({ product, channel, version }) {
    return { product, channel, version };
}

// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(8366);
;// CONCATENATED MODULE: ./lib/domain/observability/enforcement.js
/**
 * Whether a gate is enforced for a channel: the channels given by hand where there are any, else the config's word for
 * the channel; `stable` is enforced unless the config says otherwise.
 */
function isEnforced(channel, channels, byHand) {
    if (byHand !== undefined)
        return byHand.includes(channel);
    return channels[channel]?.['enforce-observability'] ?? channel === 'stable';
}

;// CONCATENATED MODULE: ./lib/domain/observability/thresholds.js

const ERROR_RATE = { metric: 'error-rate', unit: 'ratio', direction: 'at-most' };
const LATENCY = { metric: 'latency-p95', unit: 'milliseconds', direction: 'at-most' };
const SUCCESS_RATE = { metric: 'success-rate', unit: 'ratio', direction: 'at-least' };
/**
 * The objectives with the limits given by hand laid over them: each replaces the limit of every objective of its
 * metric, and stands as an objective of its own where the config has none.
 */
function withThresholds(objectives, { errorRate, responseTime, successRate }) {
    return [
        { kind: ERROR_RATE, limit: share(errorRate) },
        { kind: LATENCY, limit: responseTime },
        { kind: SUCCESS_RATE, limit: share(successRate) },
    ].reduce((list, { kind, limit }) => (limit === undefined ? list : laid(list, kind, limit)), objectives);
}
function laid(objectives, kind, limit) {
    const isOne = (o) => o.versus === undefined &&
        o.metric === kind.metric &&
        o.unit === kind.unit &&
        o.direction === kind.direction;
    if (objectives.some(isOne))
        return objectives.map((o) => (isOne(o) ? { ...o, limit } : o));
    // The config may have an objective of that name which is held otherwise: evidence is told apart by its name.
    const isTaken = objectives.some(({ name }) => name === kind.metric);
    const added = {
        ...kind,
        name: isTaken ? `${kind.metric}${world_evidence/* BY_INPUT */.BN}` : kind.metric,
        query: null,
        limit,
        onBreach: 'rollback',
        minSamples: 50,
    };
    return [...objectives, added];
}
function share(percent) {
    // Rounded as `99.9%` in the config is: 99.9 / 100 is not 0.999.
    return percent === undefined ? undefined : Number((percent / 100).toFixed(12));
}

;// CONCATENATED MODULE: ./lib/domain/observability/gate.js






/** Lay the request over the config. @throws Failure `bad-input` for a tag of another product. */
function planGate(request, config) {
    const release = releaseKey('version', request.version, config);
    const { version } = release;
    const channel = request.channel ?? release.channel;
    const serving = request.baseline && releaseKey('baseline_version', request.baseline, config).version;
    const declared = config.objectives === 'none' ? [] : config.objectives.map(objective/* toObjective */.tl);
    const all = withThresholds(declared, request);
    const isAsked = ({ versus }) => request.subject === 'new' || versus === undefined;
    return {
        version,
        channel,
        enforced: isEnforced(channel, config.channels, request.enforce),
        objectives: all.filter(isAsked),
        skipped: all.filter((o) => !isAsked(o)).map(({ name }) => name),
        score: config.score?.pass,
        stepMs: (0,duration/* parseDuration */.E9)(config.looks.interval) ?? 30_000,
        sentry: sentryQuestion(request, version, config),
        windowMs: request.windowMs,
        measured: request.subject === 'new' ? version : serving,
        baseline: request.subject === 'new' ? serving : undefined,
    };
}
/** Only a provider that the config names is asked; what the config leaves open of it the inputs say. */
function sentryQuestion(request, version, { sentry, product }) {
    if (sentry === undefined)
        return undefined;
    const organization = sentry.organization ?? request.sentryOrganization;
    const project = sentry.project ?? request.sentryProject;
    const release = (0,template/* fill */.G)(request.sentryRelease ?? '{product}@{version}', { product, version });
    return { url: sentry.url, organization, project, release, finalized: sentry.finalized };
}
/** A source of values, at the address that is given where the config names Prometheus without one. */
function metricsAt(source, url) {
    return url !== undefined && needsAddress(source) ? { ...source, url } : source;
}
/** Whether a source is a Prometheus whose address is left to the secret. */
function needsAddress(source) {
    return source?.provider === 'prometheus' && source.url === undefined;
}
/** Inputs that say what the config leaves open. */
const BEHIND_CONFIG = ['prometheus-url', 'sentry-org', 'sentry-project'];
/** Given for what the config says itself, or for a provider that it does not name: the names, as inputs. */
function unusedInputs(given, { metrics, sources = {}, sentry }) {
    const used = {
        'prometheus-url': [metrics, ...Object.values(sources)].some(needsAddress),
        'sentry-org': sentry !== undefined && sentry.organization === undefined,
        'sentry-project': sentry !== undefined && sentry.project === undefined,
    };
    return BEHIND_CONFIG.filter((name) => given[name] !== undefined && !used[name]);
}

// EXTERNAL MODULE: ./lib/actions/observability-gate/inputs.js
var observability_gate_inputs = __webpack_require__(3858);
// EXTERNAL MODULE: ./lib/adapters/http/network-policy.js
var network_policy = __webpack_require__(7330);
// EXTERNAL MODULE: ./lib/adapters/http/node-http.js + 1 modules
var node_http = __webpack_require__(507);
// EXTERNAL MODULE: ./lib/adapters/http/patient-reads.js
var patient_reads = __webpack_require__(7008);
;// CONCATENATED MODULE: ./lib/adapters/prober/find-slot.js

/** Looks for a version in the slots of the config, by asking each of them. */
function findSlotBy(config, traffic) {
    return async (version) => {
        if (config === undefined)
            throw new domain_failure/* Failure */.HR('absent', 'the prober needs the section traffic of the config', 'Name the slots there');
        for (const [name, { url }] of Object.entries(config.slots))
            if ((await traffic().versionIn(name)) === version)
                return { name, url };
        return undefined;
    };
}

// EXTERNAL MODULE: ./lib/adapters/secrets/without-echo.js
var without_echo = __webpack_require__(926);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/domain/observability/sentry-token.js
var sentry_token = __webpack_require__(2691);
// EXTERNAL MODULE: ./lib/adapters/http/json-body.js
var json_body = __webpack_require__(1328);
// EXTERNAL MODULE: ./lib/adapters/http/path-segment.js
var path_segment = __webpack_require__(5502);
;// CONCATENATED MODULE: ./lib/adapters/sentry/sentry.js





const TIMEOUT_MS = 10_000;
const ReleaseAnswer = schemas/* looseObject */._H3({
    version: schemas/* string */.YjP(),
    projects: schemas/* array */.YOg(schemas/* looseObject */._H3({ slug: schemas/* string */.YjP() })).min(1),
    status: schemas/* enum */.k5n(['open', 'archived']).default('open'),
    dateReleased: iso/* datetime */.w$({ offset: true }).nullish(),
});
/** Sentry itself says so; a 404 of anything else, such as a proxy's page, says nothing about the release. */
const Absent = schemas/* looseObject */._H3({ detail: schemas/* unknown */.L5J() }).refine(({ detail }) => detail !== undefined);
/**
 * Sentry's REST API: the command line tool exits with 1 for absent, unauthorised and down alike. The address is always
 * the one given; what the token says of its region only explains a refusal.
 */
function sentry(url, token, http) {
    const hint = hintFor((0,sentry_token/* tokenForm */.q)(token), url);
    return {
        async release(organization, version) {
            const path = `/api/0/organizations/${(0,path_segment/* pathSegment */.p)(organization)}/releases/${(0,path_segment/* pathSegment */.p)(version)}/`;
            const answer = await http.send({
                method: 'GET',
                url: url.replace(/\/$/, '') + path,
                headers: {
                    accept: 'application/json',
                    authorization: `Bearer ${token}`,
                    'user-agent': 'release-actions',
                },
                timeoutMs: TIMEOUT_MS,
            });
            const json = (0,json_body/* jsonBody */.J)(answer);
            const why = hint(answer.status);
            if (why !== undefined)
                throw new domain_failure/* Failure */.HR('unauthorised', `Sentry answered ${answer.status}`, why);
            if (answer.status === 404 && Absent.safeParse(json).success)
                return undefined;
            assertOk(answer);
            return read(json, version);
        },
    };
}
function read(json, version) {
    const parsed = ReleaseAnswer.safeParse(json);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
        const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
        throw new domain_failure/* Failure */.HR('bad-answer', `Sentry answered ${what}`, CHECK_URL);
    }
    if (parsed.data.version !== version)
        throw new domain_failure/* Failure */.HR('bad-answer', 'Sentry answered with another release than it was asked for');
    const { projects, status, dateReleased } = parsed.data;
    return {
        projects: projects.map(({ slug }) => slug),
        isArchived: status === 'archived',
        isFinalized: typeof dateReleased === 'string',
    };
}
/**
 * What may be wrong with a token where this address refuses it with a status; undefined where it looks right. The main
 * address of Sentry knows the releases of all regions: what it does not find there is not there.
 */
function hintFor({ kind, homes }, url) {
    const origin = URL.parse(url)?.origin ?? '';
    const [region] = homes;
    return (status) => {
        if (kind === 'broken organisation' && status === 401)
            return 'SENTRY_AUTH_TOKEN begins as an organisation token and does not go on as one: copy it whole';
        const isStrange = status === 404 ? !homes.includes(origin) : origin !== region && [401, 403].includes(status);
        if (region === undefined || !isStrange)
            return undefined;
        return `SENTRY_AUTH_TOKEN is of ${region}: set sentry.url to it, or give a token of this address`;
    };
}
const CHECK_URL = 'Check sentry.url: organisations live at sentry.io, us.sentry.io or de.sentry.io';
/** Sentry's 401 and 403 differ: a token that is none, and one that lacks a scope or the organisation. */
function assertOk({ status, headers }) {
    if (status === 200)
        return;
    const said = `Sentry answered ${status}`;
    if (status === 401)
        throw new domain_failure/* Failure */.HR('unauthorised', said, 'Check SENTRY_AUTH_TOKEN and its region (sentry.url)');
    if (status === 403)
        throw new domain_failure/* Failure */.HR('forbidden', said, 'Give the token the scope org:ci or project:releases in this organisation');
    if (status === 404)
        throw new domain_failure/* Failure */.HR('bad-answer', `${said} that is not Sentry's own`, CHECK_URL);
    if (status === 429)
        throw new domain_failure/* Failure */.HR('rate-limited', said, 'Try again after the limit has passed');
    if (status >= 300 && status < 400)
        throw new domain_failure/* Failure */.HR('bad-answer', `${said} with a redirect to ${hostOf(headers.location)}`, CHECK_URL);
    throw new domain_failure/* Failure */.HR(status >= 500 ? 'server-error' : 'refused', said);
}
function hostOf(location) {
    return URL.parse(location ?? '')?.host || 'somewhere else';
}

// EXTERNAL MODULE: ./lib/domain/rollout/audience.js
var rollout_audience = __webpack_require__(8850);
// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(8994);
;// CONCATENATED MODULE: ./lib/adapters/traffic/answer.js

/**
 * The JSON of a 200, checked.
 * @throws Failure `bad-answer` naming who answered; the answer itself is not repeated.
 */
function readAnswer(answer, schema, who) {
    if (answer.status !== 200)
        throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered ${answer.status}`);
    const parsed = schema.safeParse(json(answer.body, who));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the whole';
    throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered JSON of an unknown shape (${where})`);
}
function json(body, who) {
    try {
        return JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        throw new domain_failure/* Failure */.HR('bad-answer', `${who} answered something that is no JSON`);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/slots.js





const slots_TIMEOUT_MS = 10_000;
const Version = schemas/* looseObject */._H3({ version: schemas/* string */.YjP() });
/**
 * The version that answers in a slot, asked past the router. Undefined only when nothing listens there: every other
 * trouble is a Failure, because a slot that cannot be asked is not an empty one.
 */
async function versionIn(config, slot, http) {
    const base = config.slots[slot]?.url;
    if (base === undefined)
        throw new domain_failure/* Failure */.HR('absent', `there is no slot ${slot}`, 'Name one of traffic.slots');
    const url = base.replace(/\/$/, '') + config['version-path'];
    try {
        const answer = await http.send({ method: 'GET', url, timeoutMs: slots_TIMEOUT_MS });
        const { version } = readAnswer(answer, Version, `the slot ${slot}`);
        const parsed = (0,release_version/* parseVersion */.ot)(version, 'v') ?? (0,release_scheme/* untaggedVersion */.aH)(version);
        if (parsed !== undefined)
            return parsed.version;
        throw new domain_failure/* Failure */.HR('bad-answer', `the slot ${slot} answers a version that is none`);
    }
    catch (error) {
        if (isRefused(error))
            return undefined;
        throw error;
    }
}
function isRefused(error) {
    if (!(error instanceof domain_failure/* Failure */.HR) || error.code !== 'connection')
        return false;
    const { cause } = error;
    return (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED');
}
/** @throws Failure `bad-weights` unless every slot has a whole percent and they sum to 100. */
function assertWeights(weights, slots) {
    const values = slots.map((slot) => weights[slot] ?? Number.NaN);
    const whole = values.every((v) => Number.isInteger(v) && v >= 0 && v <= 100);
    const sum = values.reduce((total, v) => total + v, 0);
    if (!whole || sum !== 100 || Object.keys(weights).length !== slots.length)
        throw new domain_failure/* Failure */.HR('bad-weights', `weights must be whole percents of ${slots.join(' and ')} that sum to 100`);
}
/** @throws Failure `not-held` when the router does not hold what it was told. */
function assertSame(wanted, held) {
    const off = Object.keys(wanted).filter((slot) => wanted[slot] !== held[slot]);
    if (off.length === 0)
        return;
    const text = off.map((slot) => `${slot} ${held[slot]} instead of ${wanted[slot]}`).join(', ');
    throw new domain_failure/* Failure */.HR('not-held', `the router holds other weights than it was given: ${text}`);
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/command.js





/** A step that was interrupted has happened or never will 30 s after its intent: who moves traffic has no more time. */
const command_TIMEOUT_MS = 10_000;
const Answer = schemas/* strictObject */.rej({
    weights: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0).max(100)),
    /** Absent or empty: everybody. */
    audience: schemas/* union */.KCZ([rollout_audience/* Audience */.ln, schemas/* strictObject */.rej({}).transform(() => undefined)]).optional(),
});
/** A router behind two commands of the consumer: `set` moves the traffic, `get` prints as JSON what the router holds. */
function commandTraffic(config, command, http) {
    const slots = Object.keys(config.slots);
    const run = async (key, argv) => {
        // The arguments stay unsaid: they, and what the command prints on its way, may hold what is nobody's business.
        const name = `traffic.${key} (${argv[0]})`;
        const { exit, stdout } = await named(key, () => command.run(argv, { timeoutMs: command_TIMEOUT_MS }));
        if (exit === 0)
            return { name, stdout };
        const end = exit === null ? 'by a signal' : `with ${exit}`;
        throw new domain_failure/* Failure */.HR('refused', `${name} ended ${end}`, 'Run it by hand: it says why');
    };
    const held = async () => {
        const { name, stdout } = await run('get', config.get);
        return toHeld(stdout, name, slots);
    };
    return {
        held,
        weights: async () => (await held()).weights,
        async shift(wanted, audience) {
            assertWeights(wanted, slots);
            await run('set', filled(config.set, wanted, audience));
            const now = await held();
            assertSame(wanted, now.weights);
            assertSameAudience(audience, now.audience);
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
/** What stops a command does not know whose it is. */
async function named(key, run) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        throw new domain_failure/* Failure */.HR(error.code, `traffic.${key}: ${error.message}`, error.remedy, {
            cause: error,
        });
    }
}
/** One pass over each argument: what a value holds is not read again, and no shell reads any of it. */
function filled(argv, weights, audience) {
    const bySlot = Object.entries(weights).map(([slot, w]) => [`weight:${slot}`, String(w)]);
    const values = {
        ...Object.fromEntries(bySlot),
        weights: JSON.stringify(weights),
        audience: JSON.stringify(audience ?? {}),
        tenants: audience !== undefined && 'tenants' in audience ? audience.tenants.join(',') : '',
        ring: audience !== undefined && 'ring' in audience ? audience.ring : '',
    };
    return argv.map((part) => (0,template/* fill */.G)(part, values));
}
function toHeld(stdout, name, slots) {
    const { data, error } = Answer.safeParse(command_json(stdout, name));
    if (data === undefined) {
        const where = error.issues[0]?.path.join('.') || 'the whole';
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed JSON of an unknown shape (${where})`);
    }
    const { weights, audience } = data;
    const names = Object.keys(weights);
    if (names.length !== slots.length || !slots.every((slot) => names.includes(slot)))
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed other slots than ${slots.join(' and ')}`);
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed weights that sum to ${sum}, not 100`);
    return { weights, audience };
}
function command_json(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new domain_failure/* Failure */.HR('bad-answer', `${name} printed something that is no JSON`);
    }
}
/** @throws Failure `not-held` */
function assertSameAudience(wanted, held) {
    if ((0,rollout_audience/* isSameAudience */.nT)(wanted, held))
        return;
    const said = (audience) => (0,rollout_audience/* audienceText */.a6)(audience) || 'everybody';
    throw new domain_failure/* Failure */.HR('not-held', `the router holds another audience than it was given: ${said(held)} instead of ${said(wanted)}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/adapters/traffic/runtime-socket.js


const runtime_socket_TIMEOUT_MS = 5000;
const LARGEST = 64 * 1024;
/**
 * Send one line to a HAProxy runtime API and read its answer: it closes the connection after each line.
 * @param socket `tcp://host:port` or `unix:/path`.
 * @throws Failure `connection`, `timeout`, `too-large`.
 */
function askRuntime(socket, line) {
    return new Promise((resolve, reject) => {
        let text = '';
        const peer = (0,external_node_net_.connect)(address(socket), () => peer.write(`${line}\n`));
        const fail = (failure) => {
            peer.destroy();
            reject(failure);
        };
        peer.setEncoding('utf8');
        peer.setTimeout(runtime_socket_TIMEOUT_MS, () => fail(new domain_failure/* Failure */.HR('timeout', 'the HAProxy runtime API did not answer in time')));
        peer.on('data', (chunk) => {
            text += chunk;
            if (text.length > LARGEST)
                fail(new domain_failure/* Failure */.HR('too-large', 'the answer of the HAProxy runtime API is larger than 64 KiB'));
        });
        peer.on('error', (error) => fail(unreachable(error)));
        peer.on('end', () => resolve(text));
    });
}
function address(socket) {
    if (socket.startsWith('unix:'))
        return { path: socket.slice('unix:'.length) };
    const url = URL.canParse(socket) ? new URL(socket) : undefined;
    const port = Number(url?.port);
    if (url === undefined || !(port > 0))
        throw new domain_failure/* Failure */.HR('bad-config', 'traffic.socket must be tcp://host:port or unix:/path');
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
function unreachable(error) {
    const code = 'code' in error ? ` (${String(error.code)})` : '';
    const remedy = 'Check traffic.socket and that HAProxy is up';
    return new domain_failure/* Failure */.HR('connection', `the HAProxy runtime API: the connection failed${code}`, remedy, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/haproxy.js



/**
 * HAProxy by its runtime API: the backend has one server a slot, of the same name. Absolute weights, because a percent
 * there is relative to the weight of the configuration file; they last until a restart.
 */
function haproxyTraffic(config, http) {
    const slots = Object.keys(config.slots);
    const server = (slot) => `${config.backend}/${slot}`;
    const weights = async () => {
        const answers = slots.map(async (slot) => {
            const text = await askRuntime(config.socket, `get weight ${server(slot)}`);
            return [slot, weightOf(text)];
        });
        return toShares(Object.fromEntries(await Promise.all(answers)));
    };
    return {
        weights,
        async shift(wanted) {
            assertWeights(wanted, slots);
            const commands = slots.map((slot) => `set server ${server(slot)} weight ${wanted[slot]}`);
            // One line for all servers: no traffic is split by half a change.
            const answer = await askRuntime(config.socket, commands.join(';'));
            if (answer.trim() !== '')
                throw refused(answer);
            assertSame(wanted, await weights());
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
/** Answers are text for people: `10 (initial 100)`, or a sentence when something is wrong. */
function weightOf(text) {
    const [, digits] = /^(\d{1,3}) \(initial \d{1,3}\)\s*$/.exec(text) ?? [];
    if (digits === undefined)
        throw refused(text);
    return Number(digits);
}
/** HAProxy splits by weight over sum, so 1 and 1 are 50 % each. */
function toShares(raw) {
    const sum = Object.values(raw).reduce((total, w) => total + w, 0);
    if (sum === 0)
        throw new domain_failure/* Failure */.HR('bad-answer', 'every server of the HAProxy backend has weight 0');
    return Object.fromEntries(Object.entries(raw).map(([slot, w]) => [slot, (w * 100) / sum]));
}
function refused(text) {
    const [first = ''] = text.trim().split('\n');
    const shown = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    return new domain_failure/* Failure */.HR('refused', `HAProxy refuses: ${shown === '' ? 'no answer' : shown}`);
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/router.js




const router_TIMEOUT_MS = 10_000;
const Backends = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), weight: schemas/* number */.aig().min(0).max(100) }));
/** A router with the admin API `GET /backends` and `PUT /backends {"blue":10,"green":90}`. */
function routerTraffic(config, http) {
    const url = `${config.url.replace(/\/$/, '')}/backends`;
    const slots = Object.keys(config.slots);
    const weights = async () => {
        const answer = await http.send({ method: 'GET', url, timeoutMs: router_TIMEOUT_MS });
        return toWeights(readAnswer(answer, Backends, 'the router'), slots);
    };
    return {
        weights,
        async shift(wanted) {
            assertWeights(wanted, slots);
            const body = JSON.stringify(wanted);
            const headers = { 'content-type': 'application/json' };
            const answer = await http.send({ method: 'PUT', url, body, headers, timeoutMs: router_TIMEOUT_MS });
            readAnswer(answer, Backends, 'the router');
            assertSame(wanted, await weights());
        },
        versionIn: (slot) => versionIn(config, slot, http),
    };
}
function toWeights(backends, slots) {
    const weights = Object.fromEntries(backends.map((b) => [b.name, b.weight]));
    const known = slots.every((slot) => weights[slot] !== undefined);
    if (!known || backends.length !== slots.length)
        throw new domain_failure/* Failure */.HR('bad-answer', `the router has other backends than ${slots.join(' and ')}`, 'Give its backends the names of traffic.slots');
    const sum = Object.values(weights).reduce((total, w) => total + w, 0);
    if (sum !== 100)
        throw new domain_failure/* Failure */.HR('bad-answer', `the weights of the router sum to ${sum}, not 100`);
    return weights;
}

;// CONCATENATED MODULE: ./lib/adapters/traffic/traffic-of.js




/**
 * The router that the config describes.
 * @param command Runs the consumer's commands, for a router that is reached by them.
 * @throws Failure `absent` when the config describes none.
 */
function trafficOf(config, http, command) {
    if (config === undefined)
        throw new domain_failure/* Failure */.HR('absent', 'the config has no section traffic', 'Describe the router there');
    if (config.provider === 'command')
        return commandTraffic(config, command, http);
    return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http);
}

;// CONCATENATED MODULE: ./lib/app/serving-version.js

/** The version behind most of the traffic. @throws Failure when the router or the slot cannot say. */
async function servingVersion(traffic) {
    const weights = Object.entries(await traffic.weights()).sort(([, a], [, b]) => b - a);
    const [slot] = weights[0] ?? [];
    const version = slot === undefined ? undefined : await traffic.versionIn(slot);
    if (version !== undefined)
        return version;
    throw new domain_failure/* Failure */.HR('absent', 'the slot that has the traffic does not answer with its version', 'Name the version that serves as baseline_version');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/adapters/runner/command-environment.js
/**
 * Variables that no configured command gets: our inputs (the token is one), the runner's own tokens and addresses, and
 * the files by which a step speaks to the runner. A command that needs a secret gets it by `env` of the job.
 */
const OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;
/** The environment of a configured command, with the variables given on top. */
function commandEnvironment(more = {}, own = process.env) {
    const kept = Object.entries(own).filter(([name]) => !OURS.test(name));
    return { ...Object.fromEntries(kept), ...more };
}

;// CONCATENATED MODULE: ./lib/adapters/command/node-command.js



/** Commands as child processes, each the leader of its own process group so that it ends with all it started. */
function nodeCommand(limits) {
    return {
        async run([program = '', ...argv], { timeoutMs, env }) {
            const child = (0,external_node_child_process_.spawn)(program, argv, {
                cwd: limits.cwd,
                env: commandEnvironment(env),
                stdio: ['ignore', 'pipe', 'pipe'],
                detached: process.platform !== 'win32',
                shell: false,
            });
            return supervise(child, program, timeoutMs, limits);
        },
    };
}
function supervise(child, program, timeoutMs, { maxBytes, signal }) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
        const give = (failure) => {
            endGroup(child);
            settle(() => reject(failure));
        };
        const tooLarge = () => give(new domain_failure/* Failure */.HR('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new domain_failure/* Failure */.HR('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new domain_failure/* Failure */.HR('cancelled', 'the job was cancelled'));
        const timer = setTimeout(late, timeoutMs);
        const settle = (act) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            act();
        };
        if (signal?.aborted)
            cancelled();
        signal?.addEventListener('abort', cancelled);
        const stdout = collect(child.stdout, maxBytes, tooLarge);
        const stderr = collect(child.stderr, maxBytes, tooLarge);
        child.once('error', (error) => settle(() => reject(notStarted(program, error))));
        child.once('close', (exit) => {
            const elapsedMs = Math.round(performance.now() - started);
            settle(() => resolve({ exit, stdout: stdout(), stderr: stderr(), elapsedMs }));
        });
    });
}
/** Gather a stream's text; the result is asked for when it has ended. */
function collect(stream, maxBytes, tooLarge) {
    const chunks = [];
    let bytes = 0;
    stream?.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > maxBytes)
            tooLarge();
        else
            chunks.push(chunk);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}
function notStarted(program, error) {
    const code = error.code ?? '';
    if (code === 'ENOENT')
        return new domain_failure/* Failure */.HR('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new domain_failure/* Failure */.HR('not-started', `the program ${program} could not be started (${code})`);
}

;// CONCATENATED MODULE: ./lib/actions/consumer-command.js

/**
 * The consumer's commands in the checkout of the job, which is that of the default branch. Not tied to the cancellation of
 * the job: making the world safe comes after it.
 */
function consumerCommand({ context }) {
    return nodeCommand({ cwd: context.workspace, maxBytes: 1_000_000 });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/files/job-files.js




/** Files below the runner's temporary folder and, to read, below the workspace. */
function jobFiles(folders) {
    const temporaryFolder = () => (0,promises_.mkdtemp)((0,external_node_path_.join)(folders.temp, 'release-actions-'));
    return {
        temporaryFolder,
        async writeTemporary(name, bytes) {
            if (!/^[\w.+-]+$/.test(name) || /^\.+$/.test(name))
                throw new domain_failure/* Failure */.HR('bad-name', 'a file name must be letters, digits, dots and hyphens');
            const path = (0,external_node_path_.join)(await temporaryFolder(), name);
            await (0,promises_.writeFile)(path, bytes, { flag: 'wx', mode: 0o600 });
            return path;
        },
        read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
    };
}
async function readInside(workspace, path, maxBytes) {
    const handle = await openInside(workspace, path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** Open a regular file inside the workspace, to read; the caller closes it. @throws Failure `absent` or `outside`. */
async function openInside(workspace, path) {
    const root = await (0,promises_.realpath)(workspace);
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
        throw new domain_failure/* Failure */.HR('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new domain_failure/* Failure */.HR('absent', `the file ${path} cannot be read`, '', { cause });
    });
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    throw outside(path);
}
async function readBounded(handle, path, maxBytes) {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
    if (length > maxBytes)
        throw new domain_failure/* Failure */.HR('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new domain_failure/* Failure */.HR('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

;// CONCATENATED MODULE: ./lib/domain/config/source-secrets.js
/** The name that stands for the token of the action itself. */
const JOB_TOKEN = 'GITHUB_TOKEN';
/** Names of the secrets that a source needs, each once. */
function secretsOf(source) {
    return [...new Set(namesOf(source).filter((name) => name !== undefined))];
}
function namesOf(source) {
    switch (source.provider) {
        case 'prometheus':
        case 'http-json':
        case 'loki':
            return accessNames(source);
        case 'cloudwatch':
            return [source['access-key-id'], source['secret-access-key'], source['session-token']];
        case 'sentry-health':
        case 'github':
            return [source.token];
        case 'prober':
        case 'file':
            return [];
    }
}
const accessNames = ({ token, password, 'secret-headers': headers = {} }) => [
    token,
    password,
    ...Object.values(headers),
];

// EXTERNAL MODULE: ./lib/adapters/http/same-origin-redirects.js
var same_origin_redirects = __webpack_require__(4026);
;// CONCATENATED MODULE: ./lib/domain/observability/quantile.js
/**
 * The quantile of a histogram by linear interpolation inside a bucket, as PromQL's `histogram_quantile` has it, with one
 * difference: an observation above the largest finite bound has no known size, so the answer is then that bound *and*
 * `atLeast` is true, where PromQL silently answers the bound. NaN without observations or without the infinite bucket.
 */
function bucketQuantile(quantile, buckets) {
    const sorted = monotone(buckets.toSorted((a, b) => a.bound - b.bound));
    const total = sorted.at(-1);
    if (total === undefined || total.bound !== Number.POSITIVE_INFINITY || !(total.count > 0))
        return { value: Number.NaN, atLeast: false };
    const rank = quantile * total.count;
    const at = sorted.findIndex((bucket) => bucket.count >= rank);
    const { bound, count } = sorted[at] ?? total;
    const below = sorted[at - 1] ?? { bound: 0, count: 0 };
    if (bound === Number.POSITIVE_INFINITY)
        return { value: below.bound, atLeast: true };
    // A first bucket at or below zero has no lower edge to interpolate from.
    if (bound <= 0)
        return { value: bound, atLeast: false };
    const share = count === below.count ? 1 : (rank - below.count) / (count - below.count);
    return { value: below.bound + (bound - below.bound) * share, atLeast: false };
}
/** Scrapes and extrapolation make a cumulative count dip by rounding; it never does in truth. */
function monotone(buckets) {
    let highest = 0;
    return buckets.map(({ bound, count }) => {
        highest = Math.max(highest, count);
        return { bound, count: highest };
    });
}
/** The nearest-rank quantile: the smallest value with at least that share at or below it. NaN of nothing. */
function nearestRank(quantile, values) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? Number.NaN;
}

;// CONCATENATED MODULE: ./lib/adapters/prober/probe.js

const AT_ONCE = 4;
const probe_TIMEOUT_MS = 5000;
const LOOK_MS = 30_000;
/** Failures that are the service's own; all others say that it could not be asked. */
const SERVICE_FAILURES = ['timeout', 'connection', 'too-large'];
/**
 * One look: the configured number of requests to each address, in turns, four at a time, for at most 30 seconds.
 * @returns What each address answered, in their order.
 */
async function probe(bases, config, { http, clock }) {
    const targets = bases.map((base) => ({
        url: base.replace(/\/$/, '') + config.path,
        probes: [],
    }));
    const turns = Array.from({ length: config['requests-per-look'] }, () => targets).flat();
    const end = clock.now().getTime() + LOOK_MS;
    let next = 0;
    const work = async () => {
        while (clock.now().getTime() < end) {
            const turn = turns[next++];
            if (turn === undefined)
                return;
            turn.probes.push(await send(turn.url, config, http, clock.now().getTime()));
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return targets.map(({ probes }) => probes);
}
/** Whether an answer says that the service failed; a connection that fails does too. */
function isFailed({ status }) {
    return status === 0 || status >= 500;
}
/** @throws Failure where a path never answers 2xx nor fails: it is the wrong one, and nothing of the service was measured. */
function assertAnswers(probes, { method, path }) {
    const [first] = probes;
    if (first === undefined)
        return;
    if (probes.some((p) => isFailed(p) || (p.status >= 200 && p.status < 300)))
        return;
    throw new domain_failure/* Failure */.HR('bad-answer', `${method} ${path} answered ${first.status} every time`, 'Correct method, path, headers and body of the section metrics');
}
async function send(url, config, http, at) {
    const { method, body } = config;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { ...type, 'user-agent': 'release-actions', ...lowerCase(config.headers) };
    const request = { method, url, headers, timeoutMs: probe_TIMEOUT_MS };
    try {
        const answer = await http.send(body === undefined ? request : { ...request, body });
        return { at, status: answer.status, elapsedMs: answer.elapsedMs };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || !SERVICE_FAILURES.includes(error.code))
            throw error;
        return { at, status: 0, elapsedMs: error.code === 'timeout' ? probe_TIMEOUT_MS : Number.NaN };
    }
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
}

;// CONCATENATED MODULE: ./lib/adapters/prober/slot.js

/** A version that no slot answers with. */
function nowhere(version) {
    return new domain_failure/* Failure */.HR('absent', `version ${version} runs in no slot`, 'Deploy it to a slot first');
}

;// CONCATENATED MODULE: ./lib/adapters/prober/groups.js



/** Milliseconds, which is what a probe is measured in: ten a decade from 10 ms on, never two that are the same. */
const BOUNDS = [
    ...[1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100, 126, 158, 200, 251, 316],
    ...[398, 501, 631, 794, 1000, 1259, 1585, 1995, 2512, 3162, 3981, 5012],
];
/**
 * Holds two versions against each other by asking the slots of both in turns, so that whatever both share hits both. It has seen what this process asked:
 * looks in which it did not ask are empty.
 */
function groupProber(config, ports) {
    const seen = new Map();
    return {
        async looks(metrics, groups) {
            for (const metric of metrics)
                assertKnown(metric);
            const versions = [groups.baseline, groups.canary];
            const key = JSON.stringify(versions);
            const all = seen.get(key) ?? { baseline: [], canary: [] };
            seen.set(key, all);
            const bases = await Promise.all(versions.map((version) => baseOf(version, ports.slotOf)));
            const [baseline = [], canary = []] = await probe(bases, config, ports);
            all.baseline.push(...baseline);
            all.canary.push(...canary);
            assertAnswers(all.baseline, config);
            assertAnswers(all.canary, config);
            return looksOf(metrics, groups, all);
        },
    };
}
async function baseOf(version, slotOf) {
    const slot = await slotOf(version);
    if (slot === undefined)
        throw nowhere(version);
    return slot.url;
}
function assertKnown({ name, kind }) {
    if (kind === 'latency' || kind === 'errors')
        return;
    throw new domain_failure/* Failure */.HR('bad-config', `the prober cannot compare ${name}`, 'It knows latency and errors; use the provider prometheus for queries');
}
/** Looks that are over, by when the probes were sent. */
function looksOf(metrics, { from, to, look, looks }, all) {
    const begin = from.getTime();
    const count = Math.min(looks, Math.floor((to.getTime() - begin) / look));
    const within = (probes, i) => probes.filter(({ at }) => Math.floor((at - begin) / look) === i);
    return Array.from({ length: Math.max(0, count) }, (_, i) => {
        const sides = { baseline: within(all.baseline, i), canary: within(all.canary, i) };
        return { minute: i + 1, metrics: metrics.map(({ name, kind }) => metricOf(name, kind, sides)) };
    });
}
function metricOf(name, kind, { baseline, canary }) {
    if (kind === 'latency')
        return { name, kind, bounds: BOUNDS, baseline: timed(baseline), canary: timed(canary) };
    return { name, kind: 'errors', baseline: counted(baseline), canary: counted(canary) };
}
function timed(probes) {
    const times = probes.map(({ elapsedMs }) => elapsedMs).filter(Number.isFinite);
    if (times.length === 0)
        return null;
    const buckets = new Array(BOUNDS.length + 1).fill(0);
    for (const time of times) {
        const index = BOUNDS.findIndex((bound) => time <= bound);
        const at = index < 0 ? BOUNDS.length : index;
        buckets[at] = buckets[at] + 1;
    }
    return { buckets };
}
function counted(probes) {
    return probes.length === 0 ? null : { bad: probes.filter(isFailed).length, total: probes.length };
}

;// CONCATENATED MODULE: ./lib/adapters/prober/prober.js





/**
 * The built-in source of values: asks the slot of a version itself and keeps what it saw, so that a stage is judged on
 * all looks since its start. Objectives that are read for the same end of a window share one look, and a window that ended
 * before the last one is answered by what was kept.
 */
function prober(config, ports) {
    const versions = new Map();
    const since = ports.clock.now().getTime();
    return {
        comparable: groupProber(config, ports),
        async read(objective, window) {
            prober_assertKnown(objective);
            const record = versions.get(window.version) ?? { probes: [], look: undefined };
            versions.set(window.version, record);
            const to = window.to.getTime();
            if (record.look === undefined || record.look.to < to)
                record.look = { to, done: look(record, config, window, ports) };
            const slot = await record.look.done;
            const probes = record.probes.filter((p) => p.at >= window.from.getTime() && p.to <= to);
            assertAnswers(probes, config);
            const question = `${config.method} ${config.path} on slot ${slot.name}`;
            const newest = probes.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
            return { ...reduce(objective.metric, probes), question, at: newest, since };
        },
    };
}
async function look(record, config, { version, to }, ports) {
    const slot = await ports.slotOf(version);
    if (slot === undefined)
        throw nowhere(version);
    const [probes = []] = await probe([slot.url], config, ports);
    record.probes = [...record.probes, ...probes.map((p) => ({ ...p, to: to.getTime() }))];
    return slot;
}
function reduce(metric, probes) {
    if (metric === 'latency-p95') {
        const timed = probes.map((p) => p.elapsedMs).filter(Number.isFinite);
        return { value: nearestRank(0.95, timed), samples: timed.length };
    }
    const failed = probes.filter(isFailed).length;
    const counted = metric === 'error-rate' ? failed : probes.length - failed;
    return { value: counted / probes.length, samples: probes.length };
}
function prober_assertKnown({ metric, query, name }) {
    if (query === null && ['error-rate', 'success-rate', 'latency-p95'].includes(metric))
        return;
    throw new domain_failure/* Failure */.HR('bad-config', `the prober has no value for the objective ${name}`, 'It knows error-rate and latency-p95; use the provider prometheus for queries');
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/answer.js
var prometheus_answer = __webpack_require__(375);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/buckets.js

/** More buckets than this tell nothing more. */
const MOST_BOUNDS = 40;
/** The series of a histogram by their bounds; two spellings of one bound are one. @throws Failure `bad-answer` */
function cumulative(series) {
    const rows = new Map();
    for (const { labels, values } of series) {
        const bound = milliseconds(labels.le ?? '');
        const before = rows.get(bound);
        rows.set(bound, before === undefined ? values : values.map((n, i) => sum(n, before[i])));
    }
    return rows;
}
const sum = (a, b = Number.NaN) => Number.isNaN(a) || Number.isNaN(b) ? (Number.isNaN(a) ? b : a) : a + b;
function milliseconds(le) {
    const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN);
    if (Number.isNaN(bound))
        throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a histogram bucket without its bound');
    // 0.035 s are 35 ms, and not 35.00000000000001.
    return Number((bound * 1000).toPrecision(12));
}
/**
 * The bounds that both groups have; those of the only one that has any.
 * @throws Failure `bad-answer` where they have too few in common to compare anything.
 */
function commonBounds(baseline, canary) {
    const all = baseline.size === 0 ? canary : baseline;
    const others = canary.size === 0 ? all : canary;
    const common = [...all.keys()].filter((n) => n > 0 && Number.isFinite(n) && others.has(n));
    if (common.length < 2 && all.size > 0)
        throw new domain_failure/* Failure */.HR('bad-answer', 'the latency histograms of both versions have fewer than two bounds in common', 'Give both the same buckets');
    const stride = Math.ceil(common.length / MOST_BOUNDS);
    return common.sort((a, b) => a - b).filter((_, i) => i % stride === 0);
}
/** The requests of one look by bucket; null where there were none, or nobody counted all of them. */
function timedAt(rows, bounds, look) {
    const upTo = [...bounds, Number.POSITIVE_INFINITY].map((bound) => rows.get(bound)?.[look] ?? 0);
    const total = upTo.at(-1) ?? 0;
    if (!(total > 0 && Number.isFinite(total)))
        return null;
    let below = 0;
    const buckets = upTo.map((n) => {
        // It never dips in truth, and no bucket has more than all.
        const now = Math.min(total, Math.max(below, Number.isFinite(n) ? n : 0));
        const own = now - below;
        below = now;
        return own;
    });
    return { buckets };
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/promql.js
var promql = __webpack_require__(7846);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/range.js



/** Puts range queries over these steps to the API at an address. */
function rangeAt(base, steps, { http, headers }) {
    const { first, length, count } = steps;
    const seconds = (ms) => (ms / 1000).toFixed(3);
    return async (query) => {
        const parameters = new URLSearchParams({
            query,
            start: seconds(first),
            end: seconds(first + (count - 1) * length),
            step: seconds(length),
            // VictoriaMetrics moves the steps, and fills the newest ones, unless it is told not to.
            nocache: '1',
            latency_offset: '1ms',
        });
        const url = `${base.replace(/\/$/, '')}/api/v1/query_range?${parameters}`;
        return readSeries(await http.send({ method: 'GET', url, headers }), steps);
    };
}
const Range = schemas/* object */.Ikc({
    resultType: schemas/* literal */.euz('matrix'),
    result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()), values: schemas/* array */.YOg(prometheus_answer/* Point */.bR).max(11_000) })),
});
function readSeries(answer, steps) {
    return (0,prometheus_answer/* dataOf */.qu)(answer, Range).result.map(({ metric, values: points }) => {
        const values = new Array(steps.count).fill(Number.NaN);
        for (const { time, value } of points)
            values[stepOf(time * 1000, steps)] = value;
        return { labels: metric, values };
    });
}
/** @throws Failure `stale` for a time that is none of the steps: what it belongs to nobody knows. */
function stepOf(time, { first, length, count }) {
    const step = Math.round((time - first) / length);
    if (step >= 0 && step < count && Math.abs(first + step * length - time) < 2)
        return step;
    throw new domain_failure/* Failure */.HR('stale', 'Prometheus answered values of other times than those asked for', 'Check for a cache in front of it');
}

;// CONCATENATED MODULE: ./lib/adapters/prometheus/looks.js




/** A scrape may take so long to be seen: a look that has only just ended would be read differently later, milliseconds. */
const SETTLED_MS = 5000;
/** The looks of both versions by range queries, one for each metric and version. */
async function prometheusLooks(metrics, groups, config, api) {
    (0,promql/* assertMetricName */.Q7)(config['requests-metric']);
    (0,promql/* assertMetricName */.Q7)(config['duration-metric']);
    const { from, to, look: length, looks } = groups;
    const settled = to.getTime() - from.getTime() - Math.min(SETTLED_MS, length);
    const count = Math.min(looks, Math.floor(settled / length));
    if (count < 1)
        return [];
    const steps = { first: from.getTime() + length, length, count };
    const question = { groups, config, ask: rangeAt(config.url, steps, api), count };
    const columns = [];
    for (const metric of metrics)
        columns.push(await columnOf(metric, question));
    return Array.from({ length: count }, (_, i) => ({
        minute: i + 1,
        metrics: columns.map((column) => column[i]),
    }));
}
async function columnOf(metric, question) {
    switch (metric.kind) {
        case 'latency':
            return latency(metric.name, question);
        case 'errors':
            return counts(metric.name, 'errors', (version) => failures(version, question), question);
        case 'restarts':
            return counts(metric.name, 'restarts', (v) => restarts(metric, v, question), question);
        default:
            return readings(metric, metric.kind, question);
    }
}
async function latency(name, { ask, config, groups, count }) {
    const rowsOf = async (version) => {
        const selector = (0,promql/* bucketsOf */.HP)(config['duration-metric'], version);
        return cumulative(await ask((0,promql/* growthPerStep */.D)(selector, groups.look, 'le')));
    };
    const baseline = await rowsOf(groups.baseline);
    const canary = await rowsOf(groups.canary);
    const bounds = commonBounds(baseline, canary);
    return Array.from({ length: count }, (_, i) => ({
        ...{ name, kind: 'latency', bounds },
        ...{ baseline: timedAt(baseline, bounds, i), canary: timedAt(canary, bounds, i) },
    }));
}
async function counts(name, kind, eventsOf, { groups, count }) {
    const baseline = await eventsOf(groups.baseline);
    const canary = await eventsOf(groups.canary);
    return Array.from({ length: count }, (_, i) => ({
        ...{ name, kind, baseline: baseline[i] ?? null, canary: canary[i] ?? null },
    }));
}
/** Requests and those of them that failed come from one answer: they are of the same scrapes. */
async function failures(version, { ask, config, groups, count }) {
    const selector = (0,promql/* requestsOf */.uD)(config['requests-metric'], version);
    const series = await ask((0,promql/* growthPerStep */.D)(selector, groups.look, 'code'));
    const failed = series.filter(({ labels }) => labels.code?.startsWith('5') === true);
    return Array.from({ length: count }, (_, i) => events(sumAt(failed, i), sumAt(series, i)));
}
/** Of each instance that there is in a look. */
async function restarts({ query }, version, { ask, groups, count }) {
    const scope = { version, windowMs: groups.look };
    const selector = (0,promql/* customQuery */._B)(query ?? '', scope);
    const restarted = await ask((0,promql/* growthPerStep */.D)(selector, groups.look));
    const instances = await ask(`count(${selector})`);
    return Array.from({ length: count }, (_, i) => events(sumAt(restarted, i), sumAt(instances, i)));
}
function events(bad, total) {
    return total > 0 && Number.isFinite(total + bad) ? { bad: Math.max(0, bad), total } : null;
}
/** 0 where no series has a value. */
function sumAt(series, look) {
    return series.reduce((sum, { values }) => {
        const value = values[look];
        return Number.isNaN(value) ? sum : sum + value;
    }, 0);
}
async function readings(metric, kind, { ask, groups, count }) {
    const valuesOf = async (version) => {
        const scope = { version, windowMs: groups.look };
        return only(await ask((0,promql/* customQuery */._B)(metric.query ?? '', scope)), metric.name);
    };
    const baseline = await valuesOf(groups.baseline);
    const canary = await valuesOf(groups.canary);
    // A gauge of 0 measures nothing: it has no level that could rise by a share.
    const fits = (value) => Number.isFinite(value) && (kind === 'lag' ? value >= 0 : value > 0);
    const sideOf = (value = Number.NaN) => (fits(value) ? { values: [value] } : null);
    return Array.from({ length: count }, (_, i) => ({
        ...{ name: metric.name, kind, baseline: sideOf(baseline[i]), canary: sideOf(canary[i]) },
    }));
}
function only(series, name) {
    if (series.length > 1)
        throw new domain_failure/* Failure */.HR('bad-answer', `Prometheus answered ${series.length} series for ${name} where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return series[0]?.values ?? [];
}

// EXTERNAL MODULE: ./lib/adapters/prometheus/one-series.js
var one_series = __webpack_require__(1723);
;// CONCATENATED MODULE: ./lib/adapters/prometheus/prometheus.js







/** The shortest window that is asked for: two scrapes a second apart. Fewer points show no growth at all. */
const SHORTEST_MS = 2000;
/**
 * The objectives' values from Prometheus, or from what speaks its API: instant queries at the end of the window. Two versions are compared by range
 * queries.
 */
function prometheus(config, http, headers = {}) {
    return {
        comparable: {
            looks: (metrics, groups) => prometheusLooks(metrics, groups, config, { http, headers }),
        },
        async read(objective, window) {
            (0,promql/* assertMetricName */.Q7)(config['requests-metric']);
            (0,promql/* assertMetricName */.Q7)(config['duration-metric']);
            const scope = scopeOf(window);
            const ask = async (query) => {
                const url = queryUrl(config.url, query, window.to);
                return (0,prometheus_answer/* readSamples */.aM)(await http.send({ method: 'GET', url, headers }), window.to);
            };
            const reading = await readValue(objective, scope, config, ask);
            const { maxAge } = objective;
            // Only who wants to know how old it is pays for the question.
            if (maxAge === undefined)
                return reading;
            const query = (0,promql/* newestSample */.vf)(prometheus_metricOf(objective, config), window.version, maxAge);
            const newest = (0,one_series/* oneSeries */.U)(await ask(query));
            return newest === undefined ? reading : { ...reading, at: newest * 1000 };
        },
    };
}
function readValue(objective, scope, config, ask) {
    const { query, metric } = objective;
    if (query !== null)
        return custom(query, scope, config, ask);
    if (metric === 'latency-p95')
        return prometheus_latency(objective, scope, config, ask);
    if (metric === 'error-rate' || metric === 'success-rate')
        return shareOf(metric, scope, config, ask);
    throw new domain_failure/* Failure */.HR('bad-config', `Prometheus needs a query for the metric ${metric}`);
}
/** Whose samples tell how old a value is: a query of its own goes by the requests, as its number of samples does. */
function prometheus_metricOf({ query, metric }, config) {
    const isLatency = query === null && metric === 'latency-p95';
    return isLatency ? `${config['duration-metric']}_bucket` : config['requests-metric'];
}
function scopeOf({ version, from, to }) {
    return { version, windowMs: Math.max(SHORTEST_MS, to.getTime() - from.getTime()) };
}
function queryUrl(base, query, at) {
    return `${base.replace(/\/$/, '')}/api/v1/query?${(0,promql/* atTime */.po)(query, at)}`;
}
async function shareOf(metric, scope, config, ask) {
    const failedQuery = (0,promql/* requestCount */.jt)(config['requests-metric'], scope, '5..');
    const allQuery = (0,promql/* requestCount */.jt)(config['requests-metric'], scope);
    const [failed, all] = [
        count((0,one_series/* oneSeries */.U)(await ask(failedQuery))),
        count((0,one_series/* oneSeries */.U)(await ask(allQuery))),
    ];
    const requests = all ?? 0;
    // No series of failed requests beside requests that were seen is a service without failures.
    const errors = failed ?? 0;
    const share = (metric === 'error-rate' ? errors : requests - errors) / requests;
    return {
        value: finite(share),
        samples: countOf(requests),
        question: `${metric === 'error-rate' ? '' : '1 - '}${failedQuery} / ${allQuery}`,
    };
}
async function prometheus_latency({ direction, limit }, scope, config, ask) {
    const query = (0,promql/* bucketCounts */.r2)(config['duration-metric'], scope);
    const buckets = (await ask(query)).map(toBucket);
    const { value, atLeast } = bucketQuantile(0.95, buckets);
    const ms = finite(value * 1000);
    // Beyond the last bound only "more than this" is known: enough to break a limit, never to keep one.
    const decides = !atLeast || ((0,judging_objective/* isUpperLimit */.kA)({ direction }) && ms > limit);
    const observed = buckets.find((bucket) => bucket.bound === Number.POSITIVE_INFINITY)?.count;
    return {
        value: decides ? ms : Number.NaN,
        samples: countOf(observed ?? 0),
        question: `histogram_quantile(0.95, ${query})`,
    };
}
async function custom(template, scope, config, ask) {
    const query = (0,promql/* customQuery */._B)(template, scope);
    const value = (0,one_series/* oneSeries */.U)(await ask(query));
    const requests = (0,one_series/* oneSeries */.U)(await ask((0,promql/* requestCount */.jt)(config['requests-metric'], scope)));
    return {
        value: finite(value ?? Number.NaN),
        samples: value === undefined ? 0 : countOf(requests ?? 0),
        question: query,
    };
}
/** As it is, unless it is no count. @throws Failure for less than none: a rate of it would keep every limit. */
function count(value) {
    if (value === undefined || !(value < 0))
        return value;
    throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a number of requests below 0');
}
function toBucket({ labels, value }) {
    const le = labels.le ?? '';
    const bound = /^\+?Inf$/i.test(le) ? Number.POSITIVE_INFINITY : Number(le || Number.NaN);
    if (Number.isNaN(bound) || !Number.isFinite(value))
        throw new domain_failure/* Failure */.HR('bad-answer', 'Prometheus answered a histogram bucket without its bound');
    return { bound, count: count(value) ?? 0 };
}
/** A value that is no finite number decides nothing, whatever the direction of the limit. */
function finite(value) {
    return Number.isFinite(value) ? value : Number.NaN;
}
function countOf(value) {
    return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

;// CONCATENATED MODULE: ./lib/adapters/sources/access.js
/** The headers by which a source lets the suite in, in lower case. Every secret that the config names is there. */
function accessHeaders(access, secrets) {
    const { headers = {}, 'secret-headers': secret = {} } = access;
    const plain = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const hidden = Object.entries(secret).map(([name, of]) => [name.toLowerCase(), secrets[of] ?? '']);
    return {
        accept: 'application/json',
        'user-agent': 'release-actions',
        ...Object.fromEntries(plain),
        ...Object.fromEntries(hidden),
        ...login(access, secrets),
    };
}
function login({ token, username, password }, secrets) {
    if (token !== undefined)
        return { authorization: `Bearer ${secrets[token] ?? ''}` };
    if (username === undefined)
        return {};
    const pair = `${username}:${secrets[password ?? ''] ?? ''}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

;// CONCATENATED MODULE: ./lib/adapters/metrics.js








/**
 * The source of the objectives' values that the config names. Without one, or without its address, every read is a
 * Failure, so that objectives that nobody can measure are inconclusive.
 */
function metricsOf(config, ports) {
    return config === undefined ? unavailable(NO_PROVIDER) : sourceOf('metrics', config, ports);
}
/**
 * A source by its config. What it needs and does not have makes it unavailable; its code is loaded by the first read.
 * @param name As the config has it.
 */
function sourceOf(name, config, ports) {
    // A probe is a measurement: repeating one that failed would hide the failure.
    if (config.provider === 'prober')
        return prober(config, ports);
    const missing = secretsOf(config).filter((secret) => !ports.secrets[secret]);
    if (missing.length > 0)
        return unavailable(withoutSecrets(name, missing));
    const values = secretsOf(config).map((secret) => ports.secrets[secret] ?? '');
    const http = (0,without_echo/* withoutEcho */.m)(patiently(ports, config), ...values);
    if (config.provider === 'prometheus')
        return config.url === undefined
            ? unavailable(NO_ADDRESS)
            : prometheus({ ...config, url: config.url }, http, accessHeaders(config, ports.secrets));
    return lazily(() => loaded(config, { ...ports, http }));
}
/** GetMetricData is a POST that only reads. */
function patiently({ http, clock }, { provider }) {
    if (provider === 'cloudwatch')
        return (0,patient_reads/* patientReads */.t)(http, clock, () => true);
    return (0,patient_reads/* patientReads */.t)((0,same_origin_redirects/* sameOriginRedirects */.U)(http, [301, 302, 307, 308]), clock);
}
async function loaded(config, ports) {
    const { http, secrets } = ports;
    const secret = (name) => secrets[name ?? ''] ?? '';
    switch (config.provider) {
        case 'http-json': {
            const { httpJson } = await __webpack_require__.e(/* import() */ 531).then(__webpack_require__.bind(__webpack_require__, 1531));
            return httpJson(config, http, accessHeaders(config, secrets));
        }
        case 'file': {
            const { jsonFile } = await __webpack_require__.e(/* import() */ 115).then(__webpack_require__.bind(__webpack_require__, 115));
            return jsonFile(config, ports.files);
        }
        case 'loki': {
            const { loki } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 5739));
            return loki(config, http, accessHeaders(config, secrets));
        }
        case 'sentry-health': {
            const { sentryHealth } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 2454));
            return sentryHealth(config, ports.product, http, secret(config.token));
        }
        case 'cloudwatch': {
            const { cloudWatch } = await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 8743));
            const token = config['session-token'];
            const credentials = {
                accessKeyId: secret(config['access-key-id']),
                secretAccessKey: secret(config['secret-access-key']),
                sessionToken: token === undefined ? undefined : secret(token),
            };
            return cloudWatch(config, credentials, { http, clock: ports.clock });
        }
        case 'github': {
            const { githubTallies } = await __webpack_require__.e(/* import() */ 164).then(__webpack_require__.bind(__webpack_require__, 5164));
            return githubTallies(config, await ports.github(secret(config.token), config.repository));
        }
    }
}
const NO_PROVIDER = new domain_failure/* Failure */.HR('absent', 'the config has no section metrics', 'Name the provider prometheus or prober there');
const NO_ADDRESS = new domain_failure/* Failure */.HR('absent', 'Prometheus has no address: metrics.url is not in the config, and the secret or variable PROMETHEUS_URL is empty', 'Set PROMETHEUS_URL and pass it by name, or name metrics.url');
function withoutSecrets(name, missing) {
    const where = name === 'metrics' ? 'metrics' : `the source ${name}`;
    const which = missing.length === 1 ? 'the secret' : 'the secrets';
    return new domain_failure/* Failure */.HR('absent', `${where} needs ${which} ${missing.join(', ')}, and METRIC_SECRETS has none of that name`, 'Give it a line NAME=value there, and pass METRIC_SECRETS by name');
}
/** A source of which every read fails. */
function unavailable(failure) {
    return {
        unavailable: () => failure,
        async read() {
            throw failure;
        },
    };
}
function lazily(load) {
    let loading;
    return {
        async read(objective, window) {
            loading ??= load();
            return (await loading).read(objective, window);
        },
    };
}
/** For a dry run: probes are requests to the service, so none is sent. */
const noProbes = {
    async read() {
        throw new domain_failure/* Failure */.HR('dry-run', 'a dry run sends no probes');
    },
};

;// CONCATENATED MODULE: ./lib/adapters/secrets/unnamed-origin.js

/**
 * A transport for an address that is a secret: what goes wrong there is told by the secret's name, because evidence,
 * ledger and issues are no log in which the runner would hide it.
 */
function unnamedOrigin(http, address, name) {
    return {
        async send(request) {
            try {
                return await http.send(request);
            }
            catch (error) {
                throw error instanceof domain_failure/* Failure */.HR ? withoutHost(error, address, name) : error;
            }
        },
    };
}
function withoutHost(failure, address, name) {
    const url = URL.parse(address);
    const parts = url === null ? [] : [url.origin, url.host, url.hostname];
    const hide = (text) => [address, ...parts].reduce((all, part) => all.replaceAll(part, name), text);
    const { code, message, remedy } = failure;
    return new domain_failure/* Failure */.HR(code, hide(message), hide(remedy), { cause: failure });
}

;// CONCATENATED MODULE: ./lib/adapters/sources/by-source.js

/** All sources of a config as one: each objective is read from the source that it names, else from the first. */
function bySource(first, named) {
    const of = ({ source }) => {
        if (source === undefined)
            return first;
        const found = Object.hasOwn(named, source) ? named[source] : undefined;
        return found ?? unknown(source);
    };
    return {
        ...(first.comparable === undefined ? {} : { comparable: first.comparable }),
        // Without an objective it is the comparison that asks.
        unavailable: (objectives) => objectives.length === 0
            ? first.unavailable?.([])
            : objectives
                .map((objective) => of(objective).unavailable?.([objective]))
                .find((failure) => failure !== undefined),
        read: async (objective, window) => of(objective).read(objective, window),
    };
}
/** The config has changed since the plan. */
function unknown(source) {
    const failure = new domain_failure/* Failure */.HR('absent', `the config has no source ${source}`, 'Name it under sources, or plan the release anew');
    return {
        unavailable: () => failure,
        async read() {
            throw failure;
        },
    };
}

;// CONCATENATED MODULE: ./lib/actions/metrics-source.js







/** What the inputs of an action give. The token of the action itself goes by the name that GitHub has for it. */
function givenTo(inputs) {
    const sentry = inputs['sentry-auth-token'];
    return {
        prometheusUrl: inputs['prometheus-url'],
        secrets: {
            [JOB_TOKEN]: inputs.token,
            ...(sentry === undefined ? {} : { SENTRY_AUTH_TOKEN: sentry }),
            ...inputs['metric-secrets'],
        },
    };
}
/** All sources of the config; an address comes from the secret PROMETHEUS_URL where the config leaves it out. */
function connectMetrics(config, { prometheusUrl, secrets, dry = false }, runner, { http, slotOf }) {
    for (const secret of [prometheusUrl, ...Object.values(secrets)])
        if (secret !== undefined)
            runner.mask(secret);
    const ports = {
        ...{ clock: runner.clock, slotOf, secrets },
        product: config.product,
        files: jobFiles(runner.context),
        github: async (token, repository) => {
            const { repositoryClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7211));
            return repositoryClient(token, runner, repository);
        },
    };
    const one = (source, make) => {
        if (dry && source?.provider === 'prober')
            return noProbes;
        const at = metricsAt(source, prometheusUrl);
        const isSecret = at !== source && prometheusUrl !== undefined;
        const quiet = isSecret ? metrics_source_unnamed(http, prometheusUrl) : http;
        return make(at, { ...ports, http: quiet });
    };
    const named = Object.entries(config.sources ?? {}).map(([name, source]) => {
        return [name, one(source, (at, own) => sourceOf(name, at, own))];
    });
    return bySource(one(config.metrics, metricsOf), Object.fromEntries(named));
}
function metrics_source_unnamed(http, address) {
    return unnamedOrigin((0,without_echo/* withoutEcho */.m)(http, address), address, 'PROMETHEUS_URL');
}

;// CONCATENATED MODULE: ./lib/actions/observability-gate/ports.js










const LIMITS = { timeoutMs: 15_000, maxBytes: 8 * 1024 * 1024 };
/** The world of the gate: every address obeys the network policy of the config. */
function gatePorts(inputs, config, plan, runner) {
    const { clock, signal, mask, context } = runner;
    const http = (0,node_http/* nodeHttp */.L)({ ...LIMITS, signal }, (0,network_policy/* publicOnly */.qr)(config['allow-private']));
    const traffic = () => trafficOf(config.traffic, http, consumerCommand({ context }));
    const slotOf = findSlotBy(config.traffic, traffic);
    const token = inputs['sentry-auth-token'];
    if (token !== undefined)
        mask(token);
    return {
        clock,
        metrics: connectMetrics(config, { ...givenTo(inputs), dry: inputs['dry-run'] }, runner, {
            http,
            slotOf,
        }),
        sentry: token === undefined || plan.sentry === undefined
            ? undefined
            : sentry(plan.sentry.url, token, (0,without_echo/* withoutEcho */.m)((0,patient_reads/* patientReads */.t)(http, clock), token)),
        serving: () => servingVersion(traffic()),
    };
}

;// CONCATENATED MODULE: ./lib/actions/observability-gate/run.js





async function run(inputs, config, _github, runner) {
    const plan = planGate((0,observability_gate_inputs/* toRequest */.d_)(inputs), config);
    const ports = gatePorts(inputs, config, plan, runner);
    const { verdict, measured } = await observabilityGate(plan, ports);
    return {
        verdict,
        outputs: {
            channel: plan.channel,
            enforced: String(plan.enforced),
            measured_version: measured,
        },
        summary: gateBlocks(plan, measured, verdict.evidence, {
            overridden: (0,observability_gate_inputs/* overriding */.S5)(inputs),
            unused: unusedInputs(inputs, config),
        }),
    };
}


/***/ }),

/***/ 1328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ jsonBody)
/* harmony export */ });
/** The body of an answer as JSON; undefined where it is none. */
function jsonBody({ body }) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aM: () => (/* binding */ readSamples),
/* harmony export */   bR: () => (/* binding */ Point),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1328);
/* harmony import */ var _sources_answered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8378);




/** Milliseconds. A value that was computed for another moment than this much around the one asked for is an old answer. */
const LARGEST_DRIFT_MS = 60_000;
/** `[seconds since 1970, "value"]`; anything that is no number in Prometheus's spelling is refused. */
const Point = zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^(?:NaN|[+-]?Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i)])
    .transform(([time, text]) => ({ time, value: Number(text.replace(/Inf$/i, 'Infinity')) }));
const Instant = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('resultType', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        resultType: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('vector'),
        result: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ metric: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), value: Point })),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ resultType: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('scalar') }),
]);
const Refusal = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('error'), error: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/**
 * The samples of an instant query at a time.
 * @param who What answered, as people know it: Prometheus, or what has its answers.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`; `partial` where it
 * warns that it could not see everything, because a part is not the whole; `stale` where a value is one of another time.
 */
function readSamples(answer, at, who = 'Prometheus') {
    const data = dataOf(answer, Instant, who);
    if (data.resultType === 'scalar')
        throw scalar(who);
    return data.result.map(({ metric, value: { time, value } }) => {
        assertFresh(time, at, who);
        return { labels: metric, value };
    });
}
/**
 * What an answer holds that is whole.
 * @param who As above.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`, `partial`.
 */
function dataOf(answer, Data, who = 'Prometheus') {
    const json = (0,_http_json_body_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonBody */ .J)(answer);
    (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .assertAnswered */ .mG)(answer, who, said(answer, json));
    const parsed = wholeOf(Data).safeParse(json);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
        const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered ${what}`);
    }
    const { data, warnings, isPartial } = parsed.data;
    const [warning = isPartial ? 'isPartial' : undefined] = warnings ?? [];
    if (warning !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('partial', `${who} could not see everything: ${(0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(warning)}`);
    return data;
}
function wholeOf(Data) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('success'),
        data: Data,
        warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        /** VictoriaMetrics says so where one of its stores did not answer. */
        isPartial: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    });
}
/** A scalar has no series behind it: it is a number somebody wrote, or hides that there is none. */
function scalar(who) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered a scalar where a series is meant`, 'Leave scalar() out of the query, and aggregate, for example with sum() or max()');
}
/** An instant query is answered for the moment it names: another one comes from a cache. */
function assertFresh(time, at, who) {
    const drift = Math.abs(time * 1000 - at.getTime());
    if (drift <= LARGEST_DRIFT_MS)
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('stale', `${who} answered a value of another time, ${Math.round(drift / 1000)} s from the one asked for`, 'Check for a cache in front of it');
}
/** What is said about a refusal: by Prometheus in JSON, by Loki in a line of text. */
function said({ headers, body }, json) {
    const refusal = Refusal.safeParse(json);
    if (refusal.success)
        return (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(refusal.data.error);
    const isText = /^text\/plain/.test(headers['content-type'] ?? '');
    return isText ? (0,_sources_answered_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(new TextDecoder().decode(body.subarray(0, 1000))) : '';
}


/***/ }),

/***/ 1723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ oneSeries)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/** The only value of an answer; undefined for an empty one. @throws Failure for several. */
function oneSeries(samples, who = 'Prometheus') {
    if (samples.length > 1)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered ${samples.length} series where one is meant`, 'Aggregate the query, for example with sum() or max()');
    return samples[0]?.value;
}


/***/ }),

/***/ 7846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ growthPerStep),
/* harmony export */   HP: () => (/* binding */ bucketsOf),
/* harmony export */   Jn: () => (/* binding */ promDuration),
/* harmony export */   Q7: () => (/* binding */ assertMetricName),
/* harmony export */   _B: () => (/* binding */ customQuery),
/* harmony export */   jt: () => (/* binding */ requestCount),
/* harmony export */   po: () => (/* binding */ atTime),
/* harmony export */   r2: () => (/* binding */ bucketCounts),
/* harmony export */   uD: () => (/* binding */ requestsOf),
/* harmony export */   vf: () => (/* binding */ newestSample)
/* harmony export */ });
/* unused harmony export labelText */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _domain_release_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8366);


/** A window in PromQL's grammar: whole seconds where it is whole, else milliseconds. */
function promDuration(ms) {
    const whole = Math.max(1, Math.round(ms));
    return whole % 1000 === 0 ? `${whole / 1000}s` : `${whole}ms`;
}
/** The parameters of an instant query. */
function atTime(query, at) {
    return new URLSearchParams({ query, time: (at.getTime() / 1000).toFixed(3) });
}
/** Text inside the quotes of a label matcher: it ends neither double nor single ones, nor backticks. */
function labelText(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n')
        .replaceAll("'", '\\x27')
        .replaceAll('`', '\\x60');
}
/**
 * How much the counters grew in the window. A series that did not exist before the window counts with its whole value:
 * `increase` drops what a series was born with, and the first errors of a release are exactly that.
 */
function growth(selector, windowMs) {
    const window = promDuration(windowMs);
    return `(${selector} unless ${selector} offset ${window}) or increase(${selector}[${window}])`;
}
/**
 * Requests of a version whose `code` matches. The default asks for any status code, so that a counter without that
 * label is no data instead of a service without errors.
 */
function requestCount(metric, scope, code = '[1-5]..') {
    const selector = `${metric}{version="${labelText(scope.version)}",code=~"${code}"}`;
    return `sum(${growth(selector, scope.windowMs)})`;
}
/** Observations of a version by bucket of a histogram. */
function bucketCounts(metric, scope) {
    const selector = `${metric}_bucket{version="${labelText(scope.version)}"}`;
    return `sum by (le) (${growth(selector, scope.windowMs)})`;
}
/** Series that were not scraped for so long count as new ones when they come back. */
const REMEMBERED = '1h';
/** Selects the requests of a version, whatever status code they had. */
function requestsOf(metric, version) {
    return `${metric}{version="${labelText(version)}",code=~"[1-5].."}`;
}
/** Selects the buckets of a version's histogram. */
function bucketsOf(metric, version) {
    return `${metric}_bucket{version="${labelText(version)}"}`;
}
/**
 * How much the selected counters grew in each step of a range query, by a label or all together: between the last scrapes before its ends, so that the
 * steps are whole numbers that add up to what happened, where `increase` would extrapolate. A counter that fell was set back to 0.
 */
function growthPerStep(selector, stepMs, label = '') {
    const now = `last_over_time(${selector}[${REMEMBERED}])`;
    const before = `last_over_time(${selector}[${REMEMBERED}] offset ${promDuration(stepMs)})`;
    return `sum by (${label}) (${now} - ${before} >= 0 or ${now})`;
}
/**
 * When the newest sample of a version was scraped, seconds since 1970, to a twentieth of the age that is allowed; nothing
 * where it is more than twice as old as that.
 */
function newestSample(metric, version, maxAge) {
    const selector = `${metric}{version="${labelText(version)}"}`;
    const step = promDuration(Math.max(1000, maxAge / 20));
    return `max(max_over_time(timestamp(${selector})[${promDuration(2 * maxAge)}:${step}]))`;
}
/** A query of the config with `{version}` and `{window}` filled in. */
function customQuery(template, scope) {
    return (0,_domain_release_template_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(template, {
        version: labelText(scope.version),
        window: promDuration(scope.windowMs),
    });
}
/** @throws Failure `bad-config`: a metric name with anything else in it would be another query. */
function assertMetricName(name) {
    if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', 'metrics: requests-metric and duration-metric must be names of metrics', 'Give a name such as http_requests_total, or a custom objective with a query');
}


/***/ }),

/***/ 8378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mG: () => (/* binding */ assertAnswered),
/* harmony export */   os: () => (/* binding */ shortText),
/* harmony export */   sr: () => (/* binding */ answeredJson)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);
/* harmony import */ var _http_json_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1328);


/** What a person can do about an answer of 403. */
const LET_IN = 'Let its secret read this';
/**
 * The JSON of an answer of 200.
 * @param who The source, as people know it.
 * @param rights What to do about an answer of 403.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`.
 */
function answeredJson(answer, who, rights = LET_IN) {
    assertAnswered(answer, who, '', rights);
    const json = (0,_http_json_body_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonBody */ .J)(answer);
    if (json === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${who} answered something that is no JSON`);
    return json;
}
/** @param said What the server says about it, in one line. */
function assertAnswered({ status, headers }, who, said = '', rights = LET_IN) {
    if (status === 200)
        return;
    const text = `${who} answered ${status}${said === '' ? '' : `: ${said}`}`;
    if (status === 401)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unauthorised', text, 'Check its secret');
    if (status === 403)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unauthorised', text, rights);
    if (status === 404)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('absent', text, 'Check its address, path and names');
    if (status === 429)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('rate-limited', text, 'Try again after the limit has passed');
    if (status >= 300 && status < 400 && status !== 304)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `${text} with a redirect to ${hostOf(headers.location)}`);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(status >= 500 ? 'server-error' : 'refused', text);
}
function hostOf(location) {
    return URL.parse(location ?? '')?.host || 'somewhere else';
}
/** A text of a server as part of one line. */
function shortText(text) {
    return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}


/***/ }),

/***/ 4436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K1: () => (/* binding */ Metrics),
  y3: () => (/* binding */ ObjectiveConfig),
  Oo: () => (/* binding */ ProberSource),
  yw: () => (/* binding */ PrometheusSource),
  tl: () => (/* binding */ toObjective)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/domain/judging/objective.js
var objective = __webpack_require__(4356);
// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(6427);
// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(292);
// EXTERNAL MODULE: ./lib/domain/config/text.js
var config_text = __webpack_require__(7936);
;// CONCATENATED MODULE: ./lib/domain/config/objective-policy.js





/** So much worse than the baseline a value may be that names no bound. */
const BY = '10%';
/** So long people have for a decision where nothing is said. */
const DECIDE_WITHIN = '1h';
/** How an objective is judged, beyond its limit. Each is left out of a plan where it is left out of the config. */
const PolicyFields = {
    window: duration/* Duration */.dw.optional().describe('Time that the value is over. Left out: the time since the stage began, or the window of the gate.'),
    'max-age': duration/* Duration */.dw.optional().describe('A newest sample that is older is inconclusive, as is one whose age nobody knows. Left out: any age.'),
    consecutive: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .optional()
        .describe('So many looks in a row must breach before it fails; fewer are inconclusive.'),
    must: schemas/* literal */.euz('grow')
        .optional()
        .describe('A counter that must have grown: the query gives its increase over `{window}`. Stands in the place of `limit`; `min-samples` does not matter.'),
    versus: schemas/* literal */.euz('baseline')
        .optional()
        .describe('Held against the version that it replaces. Stands in the place of `limit`.'),
    by: ratio/* Ratio */.wj.optional().describe(`With \`versus\`: so much worse it may be; \`${BY}\` unless named.`),
    'decide-within': duration/* Duration */.dw.optional().describe(`With \`page\`: how long people have, then \`clock.overdue\` holds; \`${DECIDE_WITHIN}\` unless named.`),
    who: config_text/* Slug */.Mw.optional().describe('Role that is told, or asked for a decision.'),
    critical: schemas/* literal */.euz(true)
        .optional()
        .describe('With `score`: it must be kept, whatever the score is.'),
    weight: schemas/* number */.aig()
        .positive()
        .max(1000)
        .optional()
        .describe('With `score`: its part in it; 1 unless named.'),
};
const EXAMPLE = { ratio: '1%', milliseconds: '250ms', count: '1000' };
/** What does not fit together in one objective. */
function complaintsOf(objective) {
    const { metric, query, must, versus, by } = objective;
    return [
        ...limitComplaints(objective),
        ...complaint(metric === 'custom' && query === undefined, 'query', REQUIRED),
        ...complaint(must === 'grow' && metric !== 'custom', 'must', 'is for the metric `custom`'),
        ...complaint(must !== undefined && versus !== undefined, 'versus', 'stands beside `must`'),
        ...complaint(by !== undefined && versus === undefined, 'by', 'is for `versus: baseline`'),
        ...complaint(objective['decide-within'] !== undefined && objective['on-breach'] !== 'page', 'decide-within', 'is for `on-breach: page`'),
    ];
}
const REQUIRED = 'is required for the metric `custom`';
function limitComplaints({ limit, unit, must, versus }) {
    const other = must === undefined ? versus && '`versus`' : '`must`';
    if (other !== undefined)
        return complaint(limit !== undefined, 'limit', `has no meaning beside ${other}`);
    const isGood = limit !== undefined && (0,objective/* parseLimit */.Fv)(limit, unit) !== undefined;
    return complaint(!isGood, 'limit', `must be a limit in ${unit}, such as ${EXAMPLE[unit]}`);
}
function complaint(isWrong, path, message) {
    return isWrong ? [{ path, message }] : [];
}
/** The fields as a plan has them: only those that somebody asked for. */
function policyOf(config) {
    const { window, 'max-age': maxAge, consecutive, must, versus, who, critical, weight } = config;
    const within = config['on-breach'] === 'page' ? (config['decide-within'] ?? DECIDE_WITHIN) : '';
    const fields = {
        window: (0,duration/* parseDuration */.E9)(window ?? ''),
        maxAge: (0,duration/* parseDuration */.E9)(maxAge ?? ''),
        consecutive: consecutive === 1 ? undefined : consecutive,
        must,
        versus,
        decideWithin: (0,duration/* parseDuration */.E9)(within),
        who,
        critical,
        weight,
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./lib/domain/config/source-access.js
var source_access = __webpack_require__(9545);
;// CONCATENATED MODULE: ./lib/domain/config/objective.js






/** One SLO in the config. */
const ObjectiveConfig = schemas/* strictObject */.rej({
    name: config_text/* Slug */.Mw,
    metric: schemas/* enum */.k5n(['error-rate', 'latency-p95', 'custom']),
    query: schemas/* string */.YjP()
        .min(1)
        .max(4096)
        .optional()
        .describe('Query with `{version}` and `{window}`, in the language of the source.'),
    source: config_text/* Slug */.Mw.optional().describe('Name of one of the `sources`. Left out: the source under `metrics`.'),
    unit: schemas/* enum */.k5n(['ratio', 'milliseconds', 'count']),
    limit: schemas/* string */.YjP()
        .optional()
        .describe('With its unit: `1%`, `250ms`, `1000`. Required without `must` and `versus`.'),
    direction: schemas/* enum */.k5n(objective/* DIRECTIONS */.X).default('at-most'),
    'on-breach': schemas/* enum */.k5n(objective/* ON_BREACH */.UJ)
        .default('rollback')
        .describe('What a breach does to the rollout: `notify` tells people and holds nothing, `page` pauses and asks for a decision, `pause` waits for a person, `stop` ends the release where it stands, `rollback` takes the traffic back. See [objectives](../judging.md#objectives).'),
    'min-samples': schemas/* int */.Whr().min(1).max(1_000_000).default(50),
    ...PolicyFields,
})
    .check(({ value, issues }) => {
    for (const { path, message } of complaintsOf(value))
        issues.push({ code: 'custom', input: value, path: [path], message });
})
    .meta({ id: 'Objective' });
/** Prometheus, VictoriaMetrics, and what else speaks their API. */
const PrometheusSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('prometheus'),
    url: config_text/* HttpUrl */.oA.optional().describe('Address of the Prometheus API. Left out: the secret or variable `PROMETHEUS_URL`.'),
    ...source_access/* Access */.vs,
    'requests-metric': schemas/* string */.YjP()
        .default('http_requests_total')
        .describe('Counter with the labels `version` and `code`.'),
    'duration-metric': schemas/* string */.YjP()
        .default('http_request_duration_seconds')
        .describe('Histogram with the label `version`.'),
})
    .refine(source_access/* hasOneLogin */.Qm, source_access/* ONE_LOGIN */.$J);
/** The suite itself asks the slot of a version. */
const ProberSource = schemas/* strictObject */.rej({
    provider: schemas/* literal */.euz('prober').describe('Built in: asks the slot itself and measures.'),
    method: schemas/* enum */.k5n(['GET', 'POST']).default('GET'),
    path: schemas/* string */.YjP().regex(/^\//).default('/'),
    body: schemas/* string */.YjP().max(10_000).optional(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    'requests-per-look': schemas/* int */.Whr().min(1).max(1000).default(50),
});
/** Where the values of the objectives come from that name no source. */
const Metrics = schemas/* discriminatedUnion */.gMt('provider', [PrometheusSource, ProberSource])
    .meta({ id: 'Metrics' });
/** The objective as a plan freezes it: numbers in base units, and nothing that nobody asked for. */
function toObjective(config) {
    return {
        name: config.name,
        metric: config.metric,
        query: config.query ?? null,
        unit: config.unit,
        limit: limitOf(config),
        direction: config.direction,
        onBreach: config['on-breach'],
        minSamples: config['min-samples'],
        ...policyOf(config),
        ...(config.source === undefined ? {} : { source: config.source }),
    };
}
function limitOf({ must, versus, by, limit = '', unit }) {
    if (must === 'grow')
        return 0;
    if (versus === 'baseline')
        return (0,ratio/* parseRatio */.LO)(by ?? BY) ?? Number.NaN;
    return (0,objective/* parseLimit */.Fv)(limit, unit) ?? Number.NaN;
}


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ formatRatio),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/;
/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
function parseRatio(text) {
    const [, digits, percent] = GRAMMAR.exec(text) ?? [];
    if (digits === undefined)
        return undefined;
    // The point is moved in the text: 99.9 / 100 is not 0.999, and 999 of 1000 would fall short of 99.9%.
    const value = Number(percent === '%' ? `${digits}e-2` : digits);
    return value <= 1 ? value : undefined;
}
/** A ratio as percent for people: at most two decimals, for example `0.4 %`. */
function formatRatio(ratio) {
    return `${Number((ratio * 100).toFixed(2))} %`;
}
/** A ratio in the config; its value stays text, `parseRatio` reads it. */
const Ratio = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((text) => parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
})
    .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] });


/***/ }),

/***/ 9545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ ONE_LOGIN),
/* harmony export */   Qm: () => (/* binding */ hasOneLogin),
/* harmony export */   _x: () => (/* binding */ SecretName),
/* harmony export */   vs: () => (/* binding */ Access)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** Name of a secret that the action is given; its value never stands in the config. */
const SecretName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be the name of a secret, such as KPI_TOKEN');
/** Headers by which somebody is let in, or that the transport sets itself. */
const REFUSED = /^(?:authorization|proxy-.*|cookie|x-api-key|x-auth-.*|.*-token|host|content-length|transfer-encoding|connection|te|upgrade)$/i;
const HeaderName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z0-9-]{1,100}$/, 'must be the name of a header');
/** How a source lets the suite in. What is secret stands here by its name only. */
const Access = {
    token: SecretName.optional().describe('Name of the secret that is sent as bearer token.'),
    username: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[\x21-\x39\x3b-\x7e]{1,256}$/, 'must be one word without a colon')
        .optional()
        .describe('User of basic authentication; needs `password`.'),
    password: SecretName.optional().describe('Name of the secret with the password of `username`.'),
    headers: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(HeaderName, zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\x20-\x7e]{1,1000}$/, 'must be one line of ASCII'))
        .refine((headers) => !Object.keys(headers).some((name) => REFUSED.test(name)), {
        error: 'hold one that is not for the config: name its secret under secret-headers',
    })
        .optional()
        .describe('Headers that hold no secret, such as the tenant.'),
    'secret-headers': zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(HeaderName, SecretName)
        .optional()
        .describe('Headers whose values are secrets, each with the name of its secret.'),
};
/** One way in: a token, or a user with a password. */
function hasOneLogin({ token, username, password }) {
    const isWhole = (username === undefined) === (password === undefined);
    return isWhole && (token === undefined || username === undefined);
}
/** What `hasOneLogin` asks for, in words. */
const ONE_LOGIN = {
    path: ['token'],
    error: 'is one way in: give token, or username and password, or neither',
};


/***/ }),

/***/ 4356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ worstIn),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   UJ: () => (/* binding */ ON_BREACH),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   X: () => (/* binding */ DIRECTIONS),
/* harmony export */   kA: () => (/* binding */ isUpperLimit)
/* harmony export */ });
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6427);
/* harmony import */ var _config_ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(292);


/** What a breach does to a rollout, from the mildest on. */
const ON_BREACH = ['notify', 'page', 'pause', 'stop', 'rollback'];
/** Which values are good. At the limit itself only the first two are. */
const DIRECTIONS = ['at-most', 'at-least', 'below', 'above'];
/** The limit of a config text in its unit: `1%`, `250ms`, `1000`. Undefined when the text does not fit the unit. */
function parseLimit(text, unit) {
    if (unit === 'ratio')
        return (0,_config_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRatio */ .LO)(text);
    if (unit === 'milliseconds')
        return (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text);
    return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}
/** A value with its unit, for people. */
function formatValue(value, unit) {
    if (!Number.isFinite(value))
        return 'no value';
    if (unit === 'ratio')
        return (0,_config_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRatio */ .B0)(value);
    const rounded = Number(value.toPrecision(4));
    return unit === 'milliseconds' ? `${rounded} ms` : String(rounded);
}
/** Whether a value is on the good side of a limit. */
function isWithin(value, direction, limit) {
    if (direction === 'at-most')
        return value <= limit;
    if (direction === 'at-least')
        return value >= limit;
    return direction === 'below' ? value < limit : value > limit;
}
/** The bad end of an interval. */
function worstIn({ lower, upper }, objective) {
    return isUpperLimit(objective) ? upper : lower;
}
/** Whether more of it is worse. */
function isUpperLimit({ direction }) {
    return direction === 'at-most' || direction === 'below';
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ BY_INPUT),
/* harmony export */   Y0: () => (/* binding */ WEIGHTS),
/* harmony export */   mi: () => (/* binding */ SENTRY_RELEASE),
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
/** Name of the evidence that the router has the weights of the stage. */
const WEIGHTS = 'weights';
/** Name of the evidence that the new version answers in its slot. */
const VERSION = 'version';
/** Name of the evidence that Sentry knows the release. */
const SENTRY_RELEASE = 'sentry-release';
/** Ends the name of a limit by input whose metric's name is that of an objective. */
const BY_INPUT = '-by-input';


/***/ }),

/***/ 8366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill)
/* harmony export */ });
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}


/***/ }),

/***/ 8850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ shrinkingAt),
/* harmony export */   a6: () => (/* binding */ audienceText),
/* harmony export */   ln: () => (/* binding */ Audience),
/* harmony export */   nT: () => (/* binding */ isSameAudience)
/* harmony export */ });
/* unused harmony export forAudience */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _config_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7936);


const Tenant = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, dots, hyphens and underscores, 64 at most');
/** To whom a stage shows the new version: the weight is what this makes of all the traffic. */
const Audience = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tenants: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Tenant)
            .min(1)
            .max(200)
            .refine((all) => new Set(all).size === all.length, { error: 'names a tenant twice' })
            .describe('Either these customers, by the ids that the router knows them by,'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ring: _config_text_js__WEBPACK_IMPORTED_MODULE_0__/* .Slug */ .Mw.describe('or this update channel, such as `internal`.') }),
])
    .meta({ id: 'Audience' });
/** Of a long list of tenants so many are shown. */
const SHOWN = 5;
/** An audience in words: `tenants pilot-1, pilot-2`, `ring internal`; empty for everybody. */
function audienceText(audience) {
    if (audience === undefined)
        return '';
    if ('ring' in audience)
        return `ring ${audience.ring}`;
    const { tenants } = audience;
    const more = tenants.length > SHOWN ? ` and ${tenants.length - SHOWN} more` : '';
    return `${tenants.length === 1 ? 'tenant' : 'tenants'} ${tenants.slice(0, SHOWN).join(', ')}${more}`;
}
/** The same as what stands behind a weight: ` for tenant pilot-1`; empty for everybody. */
function forAudience(audience) {
    return audience === undefined ? '' : ` for ${audienceText(audience)}`;
}
/** Whether both show the new version to the same, in whatever order they name them. */
function isSameAudience(a, b) {
    return keyOf(a) === keyOf(b);
}
function keyOf(audience) {
    if (audience === undefined)
        return '';
    return 'ring' in audience ? `ring ${audience.ring}` : audience.tenants.toSorted().join();
}
/** Where a list of stages shows the new version to somebody and takes it away again, and why; undefined where nowhere. */
function shrinkingAt(stages) {
    // Without weight nobody has it yet.
    const first = stages.findIndex(({ weight }) => weight > 0);
    for (const [index, { audience }] of stages.entries()) {
        const why = index > first ? shrinks(stages[index - 1]?.audience, audience) : undefined;
        if (why !== undefined)
            return { index, why };
    }
    const last = stages.length - 1;
    const isForSome = stages[last]?.audience !== undefined;
    return isForSome ? { index: last, why: 'the last stage is for everybody' } : undefined;
}
function shrinks(before, after) {
    if (after === undefined)
        return undefined;
    if (before === undefined)
        return 'the stage before it is for everybody';
    // Rings lie in each other as they are written.
    if ('ring' in before && 'ring' in after)
        return undefined;
    if ('ring' in before || 'ring' in after)
        return 'nobody can tell whether tenants and a ring contain each other';
    const lost = before.tenants.find((tenant) => !after.tenants.includes(tenant));
    return lost === undefined ? undefined : `it lacks ${lost}, whom the stage before it has`;
}


/***/ }),

/***/ 6934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ wilsonInterval)
});

;// CONCATENATED MODULE: ./lib/domain/statistics/normal.js
/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
function normalTail(z) {
    if (z < 0)
        return 1 - normalTail(-z);
    return z < 3 ? 0.5 - normalMiddle(z) : density(z) * millsRatio(z);
}
/** Probability that it is at most `z`: the tail on the other side. */
function normalCdf(z) {
    return normalTail(-z);
}
/** Probability that it lies between 0 and `z`, for 0 ≤ z < 8: keeps its digits where z is small. */
function normalMiddle(z) {
    return density(z) * series(z);
}
/** Logarithm of the tail for z ≥ 0: finite far beyond where the tail itself is too small for a number. */
function logNormalTail(z) {
    if (z < 3)
        return Math.log(normalTail(z));
    return Math.log(millsRatio(z)) - (z * z) / 2 - Math.log(2 * Math.PI) / 2;
}
const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** z + z³/3 + z⁵/15 + …: converges fast near 0, and would cancel in the far tail. */
function series(z) {
    let sum = 0;
    let term = z;
    for (let n = 1; term > sum * 1e-17; n += 2) {
        sum += term;
        term *= (z * z) / (n + 2);
    }
    return sum;
}
/** 1 / (z + 1 / (z + 2 / (z + 3 / …))), from the inside out. */
function millsRatio(z) {
    let inner = z;
    for (let n = 120; n >= 1; n--)
        inner = z + n / inner;
    return 1 / inner;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/normal-quantile.js

/**
 * The z below which a standard normal variable lies with probability `p`; −∞ at 0, ∞ at 1, NaN outside. Relative error
 * below 1e-12. Newton's method from the rational start of Abramowitz and Stegun, "Handbook of Mathematical Functions",
 * 26.2.23.
 */
function normalQuantile(p) {
    if (!(p >= 0 && p <= 1))
        return Number.NaN;
    return p < 0.5 ? -above(p, 0.5 - p) : above(1 - p, p - 0.5);
}
/** z from the probability beyond it and from the one between 0 and it: whichever of the two has the digits. */
function above(tail, middle) {
    if (middle === 0)
        return 0;
    if (tail === 0)
        return Number.POSITIVE_INFINITY;
    let z = middle < 0.1 ? middle * ROOT_TWO_PI : start(tail);
    for (let i = 0; i < 5; i++)
        z -= middle < 0.25 ? fromMiddle(z, middle) : fromTail(z, tail);
    return z;
}
function start(tail) {
    const t = Math.sqrt(-2 * Math.log(tail));
    const above = 2.515517 + t * (0.802853 + t * 0.010328);
    return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
function fromMiddle(z, middle) {
    return (normalMiddle(z) - middle) * ROOT_TWO_PI * Math.exp((z * z) / 2);
}
/** On the log scale, where a tail is nearly straight in z². */
function fromTail(z, tail) {
    const logTail = logNormalTail(z);
    const slope = -Math.exp(-(z * z) / 2 - Math.log(ROOT_TWO_PI) - logTail);
    return (logTail - Math.log(tail)) / slope;
}
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

;// CONCATENATED MODULE: ./lib/domain/statistics/wilson.js

/**
 * Confidence interval of a share of hits, 0 to 1: E. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927. Holds also without a hit, where the lower bound is exactly 0. NaN without a trial.
 */
function wilsonInterval({ hits, trials }, confidence) {
    const z = -normalQuantile((1 - confidence) / 2);
    return {
        lower: lowerBound(hits, trials, z),
        upper: 1 - lowerBound(trials - hits, trials, z),
    };
}
/** The smaller root over the larger one: their difference would lose the digits of a small share. */
function lowerBound(hits, trials, z) {
    const share = hits / trials;
    const shift = (z * z) / trials;
    const reach = z * Math.sqrt((share * (1 - share)) / trials + shift / trials / 4);
    return share ** 2 / (share + shift / 2 + reach);
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
