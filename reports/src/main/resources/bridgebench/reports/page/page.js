(() => {
  'use strict';
  const sortKey = cell => cell.dataset.k ?? cell.textContent.trim();
  const compare = (a, b) => {
    const x = Number(a), y = Number(b);
    return a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)
      ? x - y : a.localeCompare(b, 'en', {numeric: true});
  };
  const sort = (table, column, header) => {
    const ascending = header.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, row => [sortKey(row.cells[column]), row]);
    rows.sort((a, b) => ascending ? compare(a[0], b[0]) : compare(b[0], a[0]));
    body.append(...rows.map(row => row[1]));
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = header.textContent;
      button.addEventListener('click', () => sort(table, column, header));
      header.replaceChildren(button);
    });
  }
  for (const tools of document.querySelectorAll('.tools[data-filter]')) {
    const table = document.getElementById(tools.dataset.filter);
    const label = document.createElement('label');
    const words = document.createElement('span');
    words.className = 'vh';
    words.textContent = 'Show only scenarios that contain';
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = 'Filter, for example arrow unix';
    const count = document.createElement('span');
    count.className = 'small muted';
    count.setAttribute('role', 'status');
    input.addEventListener('input', () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !wanted.every(word => text.includes(word));
        if (!row.hidden) shown++;
      }
      count.textContent = wanted.length ? shown + ' of ' + table.tBodies[0].rows.length : '';
    });
    label.append(words, input);
    tools.append(label, count);
  }
  for (const command of document.querySelectorAll('.command')) {
    const code = command.querySelector('pre');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        const range = document.createRange();
        range.selectNodeContents(code);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        document.execCommand('copy');
      }
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    command.append(button);
  }
  const unpacked = async link => {
    const packed = Uint8Array.from(atob(link.href.split(',')[1]), c => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).blob();
  };
  for (const link of document.querySelectorAll('a[data-unpack]')) {
    if (!('DecompressionStream' in window)) break;
    link.textContent = link.dataset.unpack;
    link.addEventListener('click', async event => {
      event.preventDefault();
      const url = URL.createObjectURL(await unpacked(link));
      const save = document.createElement('a');
      save.href = url;
      save.download = link.download.replace(/\.gz$/, '');
      save.click();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
    });
  }
  const openForPrint = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details.print:not([open])')) {
      details.open = true;
      openForPrint.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of openForPrint.splice(0)) details.open = false;
  });
})();
