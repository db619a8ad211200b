// What `make(key)` gives, made once for each object that is asked for.

export const remembered = (make) => {
  const known = new WeakMap();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
};
