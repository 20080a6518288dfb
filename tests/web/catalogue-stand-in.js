// Stands in for `engine.browse` and `engine.entry` where the core has neither yet: the same shapes, made from the snapshots.

/**
 * Gives every engine of the pages that follow the two methods, unless it has them.
 * @param {any} page
 */
export const standIn = (page) => page.evaluateOnNewDocument(install);

/** In the page. */
function install() {
  const kinds = [
    ['denial', /policy of denial/i],
    ['presumption_of_denial', /presumption of denial/i],
    ['case_by_case', /case[- ]by[- ]case/i],
    ['presumption_of_approval', /presumption of approval/i],
    ['per_section', /see §|§/i],
  ];
  /** The engine's own kind of error, by way of a question that it refuses. */
  const refuse = async (engine, code, sentence) => {
    const { constructor: LookupError } = await engine.check({ name: '' }).catch((error) => error);
    throw new LookupError(code, { sentence });
  };
  const unpacked = (block) => {
    const bytes = Uint8Array.from(atob(block.textContent.trim()), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
  };
  const read = (name) => {
    const block = document.getElementById(name);
    return block ? unpacked(block) : fetch(`${name}.json`).then((response) => response.json());
  };
  let reading;
  const snapshots = () => (reading ??= Promise.all([read('entity-list'), read('other-lists')]));
  const tally = (entries, keysOf) => {
    const counts = new Map();
    for (const entry of entries) for (const key of keysOf(entry)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts];
  };
  const kindsOf = (text) => {
    const found = kinds.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
    return found.length > 0 ? found : ['none_published'];
  };
  const link = (text) => ({ text, link: `https://www.federalregister.gov/citation/${text.replaceAll(' ', '-')}` });
  async function rows(engine) {
    const open = new Set(engine.lists.map(({ code }) => code));
    const all = await snapshots();
    return all.flatMap(({ entries, policies = {}, requirements = {} }) =>
      entries
        .filter(({ list }) => open.has(list))
        .map((entry) => ({
          ...entry,
          name: entry.published_name,
          policyText: policies[entry.policy] ?? '',
          requirementText: requirements[entry.requirement] ?? '',
        })),
    );
  }
  async function browse(request, { signal } = {}) {
    const { lists, countries, from, to, notice, policy, text, order, offset = 0, count = 50 } = request;
    for (const day of [from, to]) {
      if (day && !/^\d{4}-\d\d-\d\d$/.test(day)) await refuse(this, 'date_invalid', `${day} is no day`);
    }
    for (const code of lists ?? []) {
      if (!this.lists.some((list) => list.code === code)) await refuse(this, 'list_unknown', `${code} is no list`);
    }
    const words = (text ?? '').toLowerCase().split(/\W+/).filter(Boolean);
    const folded = (citation) => citation.toLowerCase().replaceAll(' ', '');
    const tests = {
      lists: (entry) => !lists || lists.includes(entry.list),
      countries: (entry) => !countries || countries.some((code) => entry.countries?.includes(code)),
      dates: ({ start_date: day }) => (!from && !to) || (day && day >= (from ?? '') && day <= (to ?? '9')),
      notice: ({ citations = [] }) => !notice || citations.some((own) => folded(own) === folded(notice)),
      policy: ({ policyText }) => !policy || kindsOf(policyText).includes(policy),
      text: ({ name, aliases = [], id }) =>
        words.length === 0 ||
        id === text ||
        [name, ...aliases].some((each) =>
          words.every((word) =>
            each
              .toLowerCase()
              .split(/\W+/)
              .some((own) => own.startsWith(word)),
          ),
        ),
    };
    const all = await rows(this);
    signal?.throwIfAborted();
    const through = (without) =>
      all.filter((entry) => Object.entries(tests).every(([name, test]) => name === without || test(entry)));
    const found = through();
    const byName = (a, b) => a.name.localeCompare(b.name);
    const since = (entry) => entry.start_date ?? '';
    found.sort(
      {
        name: byName,
        newest: (a, b) => since(b).localeCompare(since(a)) || byName(a, b),
        oldest: (a, b) => (since(a) || '9').localeCompare(since(b) || '9') || byName(a, b),
      }[order ?? 'name'],
    );
    const dated = through('dates');
    // A volume of the Federal Register is a year: a notice of another one did not list the entry.
    const mayHaveListed = (citation, date) => 1935 + Number.parseInt(citation) === Number(date.slice(0, 4));
    const days = new Map();
    for (const { start_date: date, citations = [] } of dated) {
      if (!date) continue;
      const day = days.get(date) ?? { count: 0, cited: new Map() };
      days.set(date, day);
      day.count += 1;
      for (const own of citations) {
        if (mayHaveListed(own, date)) day.cited.set(own, (day.cited.get(own) ?? 0) + 1);
      }
    }
    const dates = [...days]
      .map(([date, day]) => ({
        date,
        notices: [...day.cited].sort(([, a], [, b]) => b - a).map(([own]) => own),
        count: day.count,
      }))
      .sort((a, b) => a.date.localeCompare(b.date));
    return {
      total: found.length,
      entries: found.slice(offset, offset + count).map((entry) => ({
        id: entry.id,
        list: entry.list,
        name: entry.name,
        ...(entry.kind && { kind: entry.kind }),
        countries: entry.countries ?? [],
        ...(entry.start_date && { start_date: entry.start_date }),
        citations: (entry.citations ?? []).map(link),
        alias_count: entry.aliases?.length ?? 0,
      })),
      counts: {
        lists: tally(through('lists'), ({ list }) => [list]).map(([code, own]) => ({ code, count: own })),
        countries: tally(through('countries'), (entry) => entry.countries ?? []).map(([code, own]) => ({
          code,
          count: own,
        })),
        dates,
        undated: dated.filter((entry) => !entry.start_date).length,
        policies: tally(through('policy'), ({ policyText }) => kindsOf(policyText)).map(([kind, own]) => ({
          kind,
          count: own,
        })),
      },
    };
  }
  async function entry({ list, id }, { signal } = {}) {
    const found = (await rows(this)).find((own) => own.list === list && own.id === id);
    signal?.throwIfAborted();
    if (!found) await refuse(this, 'entry_unknown', `No entry of the list ${list} has the id ${id}.`);
    const { policyText, requirementText, countries = [], addresses = [], citations = [], ...rest } = found;
    const whole = {
      ...rest,
      countries,
      addresses: addresses.map(({ text = '', country }) => ({ text, country })),
      citations: citations.map(link),
      requirement: requirementText ? { text: requirementText, scope: 'unknown', plain: [requirementText] } : undefined,
      policy: policyText ? { text: policyText, plain: [policyText], parts: [] } : undefined,
    };
    return { lists: this.lists.filter(({ code }) => code === list), entry: whole };
  }
  document.addEventListener(
    'lookup-ready',
    ({ target }) => {
      if (!target.engine.browse) Object.assign(target.engine, { browse, entry });
    },
    { capture: true },
  );
}
