// Long work in short turns: after a few milliseconds the page may answer somebody before the work goes on.

const TURN = 6;

// Until the page has answered whoever waits.
export const pause = () => new Promise((go) => { setTimeout(go); });

// Until the next frame has been drawn.
export const frame = () => new Promise((go) => { requestAnimationFrame(() => setTimeout(go)); });

// What `make(value, place)` gives for each of the values, made in as many turns as it takes.
export const mapInTurns = async (values, make) => {
  const made = new Array(values.length);
  let ends = performance.now() + TURN;
  for (let place = 0; place < values.length; place += 1) {
    made[place] = make(values[place], place);
    if (performance.now() > ends) {
      await pause();
      ends = performance.now() + TURN;
    }
  }
  return made;
};
