package org.ticketingos.ui.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A DMN decision table, drawn by dmn-js. */
@Tag("ticket-table")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@JsModule("./table.ts")
class DecisionTable extends Component {

    DecisionTable(String xml) {
        getElement().setProperty("xml", xml);
    }
}
