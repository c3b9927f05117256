// Filters and sorting of the overview of indicators. Without it the page reads and prints the same table in full.
(function () {
  "use strict";
  var table = document.getElementById("attention");
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.from(body.rows);
  var heads = Array.from(table.tHead.rows[0].cells);
  var names = heads.map(function (cell) { return cell.textContent; });
  function column(name) { return names.indexOf(name); }
  function cell(row, index) { return index === -1 ? "" : row.cells[index].textContent.trim(); }
  var half = column("得分") === -1;
  function make(tag, text) {
    var element = document.createElement(tag);
    if (text) { element.textContent = text; }
    return element;
  }
  var form = make("form");
  form.className = "filters";
  form.setAttribute("aria-label", "筛选指标");
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  function labelled(text, control, after) {
    var label = make("label");
    if (after) { label.append(control, " " + text); } else { label.append(text + " ", control); }
    form.append(label);
    return control;
  }
  var sheet = labelled("表", make("select"), false);
  sheet.append(new Option("全部", ""));
  new Set(rows.map(function (row) { return cell(row, 0); })).forEach(function (name) {
    sheet.append(new Option(name, name));
  });
  function box(text) {
    var control = make("input");
    control.type = "checkbox";
    return labelled(text, control, true);
  }
  var state = column("情况");
  var tests = [[box(half ? "红灯、黄灯" : "未完成"), function (row) {
    return half ? /^[红黄]灯/.test(cell(row, state)) : cell(row, state) === "未完成";
  }]];
  if (!half) {
    tests.push([box("得分有差异"), function (row) { return cell(row, column("得分差异")) !== ""; }]);
  }
  tests.push([box("有问题"), function (row) { return cell(row, column("问题")) !== ""; }]);
  var search = make("input");
  search.type = "search";
  labelled("指标", search, false);
  var status = make("output");
  form.append(status);
  function filter() {
    var shown = 0;
    rows.forEach(function (row) {
      var fits = (sheet.value === "" || cell(row, 0) === sheet.value) ? true : false;
      tests.forEach(function (test) { if (test[0].checked ? !test[1](row) : false) { fits = false; } });
      if (!cell(row, 1).includes(search.value.trim())) { fits = false; }
      row.hidden = !fits;
      if (fits) { shown += 1; }
    });
    status.textContent = "显示 " + shown + " 项，共 " + rows.length + " 项";
  }
  form.addEventListener("input", filter);
  var original = rows.slice();
  function sort(index, direction) {
    heads.forEach(function (head, other) {
      if (other === index ? direction !== 0 : false) {
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    var sorted = original.slice();
    if (direction !== 0) {
      sorted.sort(function (one, two) {
        var left = cell(one, index), right = cell(two, index);
        if (left === "" || right === "") { return left === right ? 0 : left === "" ? 1 : -1; }
        var difference = parseFloat(left) - parseFloat(right);
        return direction * (isNaN(difference) ? left.localeCompare(right, "zh") : difference);
      });
    }
    body.append.apply(body, sorted);
  }
  heads.forEach(function (head, index) {
    var direction = 0;
    var button = make("button", names[index]);
    button.type = "button";
    button.addEventListener("click", function () {
      var now = head.getAttribute("aria-sort");
      direction = now === "ascending" ? -1 : now === "descending" ? 0 : 1;
      sort(index, direction);
    });
    head.replaceChildren(button);
  });
  table.parentElement.before(form);
  filter();
})();
