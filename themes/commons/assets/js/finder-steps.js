// Lists of numbers, one after the other, as the finder's files write them: in `0 3,,2` the first is 0 and 3, the second nothing, the
// third 2. Each list rises, each number is a step from the one before.

const COMMA = 44;
const SPACE = 32;
const ZERO = 48;

// End to end: the numbers of list n are items[starts[n]] to items[starts[n + 1]].
export const unpacked = (text) => {
  const starts = [0];
  const items = [];
  let [last, step, isNumber] = [0, 0, false];
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? text.charCodeAt(at) : COMMA;
    if (sign === COMMA || sign === SPACE) {
      if (isNumber) items.push(last += step);
      if (sign === COMMA) {
        starts.push(items.length);
        last = 0;
      }
      [step, isNumber] = [0, false];
    } else {
      step = 10 * step + sign - ZERO;
      isNumber = true;
    }
  }
  return { starts: Int32Array.from(starts), items: Int32Array.from(items) };
};

// The numbers of one of the lists.
export const listAt = ({ starts, items }, place) => items.subarray(starts[place], starts[place + 1]);
