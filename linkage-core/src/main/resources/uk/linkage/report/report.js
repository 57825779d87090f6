// Draws every chart whose specification stands in the script after it. The state of the page is said on its root: "drawn" once all
// charts are there, "failed" where one is not; tables are there either way.
(function () {
  "use strict";
  var root = document.documentElement;
  var options = {
    mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: false, hover: false,
    loader: { load: function () { return Promise.reject(new Error("nothing is loaded")); } }
  };
  var charts = Array.prototype.slice.call(document.querySelectorAll("div.chart"));
  Promise.all(charts.map(function (chart) {
    var spec = JSON.parse(chart.nextElementSibling.textContent);
    return vegaEmbed(chart, spec, options);
  })).then(function () {
    root.dataset.charts = "drawn";
  }, function (failure) {
    root.dataset.charts = "failed";
    console.error("a chart could not be drawn: " + failure.message);
  });

  // On paper nothing is folded but the libraries' licences.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open]):not(.licences)"));
    folded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
  });
})();
