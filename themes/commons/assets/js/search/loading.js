// The files that search reads.

export const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

const VERSION = 3;

// A file of an index, if it is of the form that these scripts know.
export const checkedJson = async (address) => {
  const data = await json(address);
  if (data.version !== VERSION) throw new Error(`search data of version ${data.version}`);
  return data;
};

// `load(name)`, done once for each name unless it fails: the next question may find the network back.
export const once = (load) => {
  const loading = new Map();
  return (name) => {
    if (!loading.has(name)) {
      const asked = load(name);
      asked.catch(() => loading.delete(name));
      loading.set(name, asked);
    }
    return loading.get(name);
  };
};
