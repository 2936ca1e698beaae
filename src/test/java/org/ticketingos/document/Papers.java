package org.ticketingos.document;

import java.util.Random;

/** Papers a client could send, written for the tests. */
final class Papers {

    static final PdfWriter WRITER = new PdfWriter();

    private Papers() {}

    static String invoice(String number) {
        return """
                <html><head><title>Invoice</title><style>
                td, th { padding: 4pt 10pt; text-align: left; } .amount { text-align: right; } h1 { font-size: 16pt; }
                </style></head><body>
                <h1>Bharat Paper Mills Pvt Ltd</h1>
                <p>14 Mill Road, Pune 411001, Maharashtra. GSTIN 27AAACB1234F1Z5</p>
                <h1>TAX INVOICE</h1>
                <table>
                <tr><td>Invoice number</td><td>%s</td></tr>
                <tr><td>Invoice date</td><td>14/07/2026</td></tr>
                <tr><td>Due date</td><td>13/08/2026</td></tr>
                <tr><td>Order number</td><td>PO-88120</td></tr>
                <tr><td>Bill to</td><td>Acme Traders, 7 Dock Street, Mumbai</td></tr>
                </table>
                <table>
                <tr><th>Description</th><th>Quantity</th><th>Unit price</th><th>Amount</th></tr>
                <tr><td>Copier paper A4, 80 g</td><td>40</td><td class="amount">250.00</td><td class="amount">10,000.00</td></tr>
                <tr><td>Kraft envelopes C5</td><td>12</td><td class="amount">118.50</td><td class="amount">1,422.00</td></tr>
                </table>
                <table>
                <tr><td>Net amount</td><td class="amount">11,422.00</td></tr>
                <tr><td>CGST 9 percent</td><td class="amount">1,027.98</td></tr>
                <tr><td>SGST 9 percent</td><td class="amount">1,027.98</td></tr>
                <tr><td>Total INR</td><td class="amount">13,477.96</td></tr>
                </table>
                <p>Please pay within 30 days to account 50200012345678 at Pune Central Bank.</p>
                </body></html>"""
                .formatted(number);
    }

    /** Small print from edge to edge: recognition is busy with it for several seconds. */
    static String smallPrint() {
        var random = new Random(7);
        var words = new StringBuilder();
        for (int i = 0; i < 3500; i++) {
            words.append(Integer.toString(100_000 + random.nextInt(50_000_000), 36)).append(' ');
        }
        return "<html><head><style>body { font-size: 4pt; } @page { margin: 4mm; }</style></head><body><p>" + words
                + "</p></body></html>";
    }
}
