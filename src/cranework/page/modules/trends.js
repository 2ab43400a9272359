// Lines over the shots' lengths, as Cinemetrics draws them: over the shots' numbers, not over time.

import { data, shots } from "./data.js";

const LEFT_OUT = ["plain", "title", "leader"]; // flags of what no statistics count as a shot
const MEASURED = ["tempo.local_s"]; // signals in seconds that may lie over the lengths
const AVERAGED = [3, 5, 11, 21]; // shots
const MOST_DEGREE = 12;

export const counted = shots.filter((shot) => !shot.values.flags?.some((flag) => LEFT_OUT.includes(flag)));

/** Values of the polynomial nearest to the values: least squares on orthogonal polynomials (Forsythe, 1957). */
export function polynomial(values, degree) {
  const sum = (term) => values.reduce((total, _, at) => total + term(at), 0);
  const place = (at) => (2 * at) / Math.max(1, values.length - 1) - 1;
  let [before, now] = [values.map(() => 0), values.map(() => 1)];
  let normBefore = 1;
  const fitted = values.map(() => 0);
  for (let order = 0; order <= Math.min(degree, values.length - 1); order++) {
    const norm = sum((at) => now[at] ** 2);
    const weight = sum((at) => values[at] * now[at]) / norm;
    const middle = sum((at) => place(at) * now[at] ** 2) / norm;
    const [last, share] = [before, order ? norm / normBefore : 0];
    now.forEach((value, at) => { fitted[at] += weight * value; });
    [before, now] = [now, now.map((value, at) => (place(at) - middle) * value - share * last[at])];
    normBefore = norm;
  }
  return fitted;
}

/** The mean of each value and those around it, `count` in all; fewer at the ends. */
function averages(values, count) {
  return values.map((_, at) => {
    const around = values.slice(Math.max(0, at - (count >> 1)), at + (count >> 1) + 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
}

function measuredLine(signal) {
  const { times } = data.buckets;
  const points = signal.mean.flatMap((value, at) => (value === null ? [] : [[times[at], value]]));
  return { group: "Measured", said: "local shot length", points: () => points };
}

function shotLine(group, said, curve) {
  const points = () => curve(counted.map((shot) => shot.length)).map((value, at) => [(counted[at].from + counted[at].to) / 2, value]);
  return { group, said, points };
}

/** All lines that one may choose: `points` gives [seconds, length] for each place. */
export const trends = [
  ...data.signals.filter((signal) => MEASURED.includes(signal.name)).map(measuredLine),
  { group: "", said: "no line", points: () => [] },
  ...AVERAGED.filter((count) => count < counted.length)
    .map((count) => shotLine("Moving average", `average of ${count} shots`, (lengths) => averages(lengths, count))),
  ...Array.from({ length: Math.min(MOST_DEGREE, Math.max(0, counted.length - 1)) }, (_, at) =>
    shotLine("Trend", `trend of degree ${at + 1}`, (lengths) => polynomial(lengths, at + 1))),
];
